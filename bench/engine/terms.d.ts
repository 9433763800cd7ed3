declare module 'virtual:terms' {
  /** The companies' names of a row's lexicon, as written, and one that makes their pattern new. */
  export const TERMS: string[]
}
