declare module 'citeproc' {
  type System = {
    retrieveLocale(language: string): string
    retrieveItem(id: string): unknown
  }
  class Engine {
    constructor(system: System, style: string, language: string)
    setOutputFormat(format: 'text' | 'html'): void
    updateItems(ids: string[]): void
    makeBibliography(): [unknown, string[]]
  }
  const processor: { Engine: typeof Engine }
  export default processor
}
