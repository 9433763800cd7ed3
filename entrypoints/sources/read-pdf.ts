import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist'
// The bundler makes it the address of a file of its own.
// oxlint-disable-next-line import/default
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { joinLines, type LaidLine } from '../../core/capture/join-lines.ts'
import { joinParagraphs } from '../../core/capture/join-paragraphs.ts'
import { pickFacts } from '../../core/capture/pick-facts.ts'
import { say } from '../../core/words.ts'
import { startWorker } from '../../extension/trusted-text.ts'
import type { ReadFile } from './read-file.ts'

/** Fewer letters than this on a page, and it is a picture of a page. */
const FEWEST_LETTERS = 20

/** Reads the text of a PDF file, in pdf.js's own worker. */
export async function readPdf(bytes: Uint8Array, signal: AbortSignal): Promise<ReadFile> {
  const port = startWorker(workerAddress, { type: 'module' })
  const loading = getDocument({
    worker: PDFWorker.create({ port }),
    data: bytes,
    // No code is made from a file, no font is put into our page, nothing is fetched.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  const end = () => void loading.destroy()
  signal.addEventListener('abort', end)
  try {
    return await readPages(await loading.promise, signal)
  } catch (fault) {
    signal.throwIfAborted()
    if (fault instanceof Error && fault.name === 'PasswordException')
      return { why: say('capture_encrypted') }
    return { why: say('capture_brokenPdf') }
  } finally {
    signal.removeEventListener('abort', end)
    // The worker that is given to pdf.js is ours to end, once pdf.js has said goodbye to it.
    void loading.destroy().finally(() => port.terminate())
  }
}

async function readPages(pdf: PDFDocumentProxy, signal: AbortSignal): Promise<ReadFile> {
  const pages: LaidLine[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    signal.throwIfAborted()
    const page = await pdf.getPage(number)
    const height = page.view[3] ?? 0
    const { items } = await page.getTextContent()
    pages.push(linesOf(items as PdfItem[], height))
    page.cleanup()
  }
  const text = joinParagraphs(joinLines(pages))
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS) return { why: say('capture_scanned') }
  return { captured: { kind: 'pdf', text, facts: await readFacts(pdf) } }
}

async function readFacts(pdf: PDFDocumentProxy) {
  const { info } = await pdf.getMetadata()
  const told = info as Record<string, unknown>
  const words = (key: string) => (typeof told[key] === 'string' ? [told[key]] : [])
  const [made = ''] = words('CreationDate')
  const day = /^D:(\d{4})(\d{2})(\d{2})/.exec(made)?.slice(1).join('-') ?? ''
  return pickFacts(
    {
      // Word processors leave their own names there.
      titles: words('Title').filter((one) => !/^(?:untitled|microsoft word\b)|\.docx?$/i.test(one)),
      authors: words('Author'),
      publishers: [],
      dates: [{ place: 'meta', value: day }],
      addresses: [],
    },
    Date.now(),
  )
}

type PdfItem = {
  str?: string
  transform?: number[]
  width?: number
  height?: number
  hasEOL?: boolean
}

/** Pieces of text on one line, joined; `y` is counted from the top. */
function linesOf(items: PdfItem[], pageHeight: number): LaidLine[] {
  const lines: LaidLine[] = []
  let open: LaidLine | undefined
  for (const { str, transform, width = 0, height = 0, hasEOL } of items) {
    if (str === undefined || !transform) continue
    const [, , , , x = 0, up = 0] = transform
    const y = pageHeight - up
    if (str !== '') {
      if (open && Math.abs(open.y - y) < Math.max(height, 1) * 0.6) {
        open.text += str
        open.width = x + width - open.x
        open.height = Math.max(open.height, height)
      } else if (str.trim() !== '') lines.push((open = { text: str, x, y, height, width }))
    }
    if (hasEOL) open = undefined
  }
  return lines.filter((line) => line.text.trim() !== '')
}
