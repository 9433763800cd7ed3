import type { Captured } from '../../core/capture/captured.ts'
import { declaredEncoding, decodeText } from '../../core/capture/decode-text.ts'
import { kindOfFile, titleFromName } from '../../core/capture/file-kind.ts'
import { readFrontMatter } from '../../core/capture/front-matter.ts'
import { pickFacts, type FactClues } from '../../core/capture/pick-facts.ts'
import type { CaptureKind } from '../../core/packs/pack.ts'
import { say } from '../../core/words.ts'
import { parseApart } from '../../extension/page-policies.ts'
import { captureArticle } from '../../page/capture/capture-article.ts'
import { readBlockText } from '../../page/capture/block-text.ts'

/** What a file holds, or in a sentence why it cannot be read. */
export type ReadFile = { captured: Captured } | { why: string }

/** A text of more is no document but a dump, in bytes; PDF files hold pictures, too. */
const LARGEST_TEXT = 8 * 1024 * 1024
const LARGEST_PDF = 100 * 1024 * 1024

/** Reads a file of any kind that is known. It rejects only when `signal` is aborted. */
export async function readFile(file: File, signal: AbortSignal): Promise<ReadFile> {
  const kind = kindOfFile(file.name)
  if (!kind) return { why: say('capture_kindUnknown') }
  if (file.size === 0) return { why: say('capture_empty') }
  if (file.size > (kind === 'pdf' ? LARGEST_PDF : LARGEST_TEXT))
    return { why: say('capture_tooLarge') }
  const read = await readKind(file, kind, signal)
  signal.throwIfAborted()
  if ('why' in read) return read
  const { captured } = read
  if (!/\p{L}/u.test(captured.text)) return { why: say('capture_empty') }
  if (captured.text.length > LARGEST_TEXT) return { why: say('capture_tooLarge') }
  const title = captured.facts.title || titleFromName(file.name)
  return { captured: { ...captured, facts: { ...captured.facts, title } } }
}

async function readKind(file: File, kind: CaptureKind, signal: AbortSignal): Promise<ReadFile> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (kind === 'pdf') {
      const { readPdf } = await import('./read-pdf.ts')
      return await readPdf(bytes, signal)
    }
    const decoded = decodeText(bytes, kind === 'html' ? declaredEncoding(bytes) : undefined)
    if (decoded.name === 'binary') return { why: say('capture_noText') }
    if (kind === 'html') return { captured: readHtml(decoded.text, kind) }
    return { captured: kind === 'text' ? readText(decoded.text) : await readMarkdown(decoded.text) }
  } catch (fault) {
    if (signal.aborted) throw fault
    return { why: say('capture_unreadable') }
  }
}

function readHtml(html: string, kind: CaptureKind): Captured {
  const document = parseApart(html)
  return captureArticle(document, kind, Date.now())
}

/** A text file is kept to the character, but for a byte order mark. */
function readText(text: string): Captured {
  const own = text.replace(/^\uFEFF/, '')
  return { kind: 'text', text: own, facts: factsFrom({ titles: [headlineOf(own)] }) }
}

/** A first line that stands alone and ends no sentence. */
function headlineOf(text: string): string {
  const line = /^\s*([^\r\n]{3,150})(?:\r?\n){2}/.exec(text)?.[1]?.trim() ?? ''
  return /[.!:;,]$/.test(line) ? '' : line
}

async function readMarkdown(text: string): Promise<Captured> {
  const { marked } = await import('marked')
  const { fields, body } = readFrontMatter(text)
  const document = parseApart(await marked.parse(body))
  const heading = document.querySelector('h1')
  const titles = [fields['title'] ?? '', heading?.textContent ?? '']
  // The headline is a fact beside the text, as it is of a page.
  if (heading && heading === document.body.firstElementChild) heading.remove()
  const facts = factsFrom({
    titles,
    authors: [fields['author'] ?? ''],
    publishers: [fields['publisher'] ?? fields['source'] ?? fields['outlet'] ?? ''],
    dates: [{ place: 'meta', value: fields['date'] ?? fields['published'] ?? '' }],
    addresses: [fields['url'] ?? fields['address'] ?? ''].filter((one) => one !== ''),
  })
  return { kind: 'markdown', text: readBlockText(document.body), facts }
}

function factsFrom(clues: Partial<FactClues>): Captured['facts'] {
  const none = { titles: [], publishers: [], authors: [], dates: [], addresses: [] }
  return pickFacts({ ...none, ...clues }, Date.now())
}
