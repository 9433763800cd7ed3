import type { CaptureKind } from '../packs/pack.ts'

const ENDINGS: Record<string, CaptureKind> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
}

/** What kind of document a file is, by its name's ending; `undefined` for those that cannot be read. */
export function kindOfFile(name: string): CaptureKind | undefined {
  return ENDINGS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
}

/** What the file choosers offer. */
export const READABLE = Object.keys(ENDINGS).map((ending) => `.${ending}`)

/** Files that systems leave in folders; nobody means them. */
export function isLeftover(name: string): boolean {
  return /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name)
}

/** A file's name without what only some systems allow in one: it names the document wherever it goes. */
export function plainName(name: string): string {
  return name.replace(/[/\\\u0000-\u001f\u007f]/g, '_').slice(-255)
}

/** `annual-report_2019.pdf` as a headline: `annual-report 2019`. */
export function titleFromName(name: string): string {
  return name
    .replace(/\.[a-z]+$/i, '')
    .replaceAll('_', ' ')
    .trim()
}
