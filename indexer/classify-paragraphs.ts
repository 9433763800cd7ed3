import type { Paragraph, ParagraphKind, Span } from '../core/source-index.ts'
import { splitParagraphs } from './split-paragraphs.ts'

/** Headings in news texts stay well below; the longest in the seeds has 45 characters. */
const MAX_HEADING = 100
/** A question may be a heading ("What now?") when it is short. */
const MAX_QUESTION_HEADING = 60

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const DAY = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2} ${MONTH} \\d{4}|${MONTH} \\d{1,2}, \\d{4})`
const STAMP = new RegExp(
  `^(?:(?:date|dated|published|updated|posted)(?: on)?\\s*:?\\s*)?${DAY}(?:[ T]+\\d{1,2}:\\d{2}\\S*)?`,
  'i',
)
/** "WASHINGTON, March 14 (Reuters) -", "LONDON —": where and when a report was filed. */
const DATELINE = new RegExp(
  `^(?:[\\p{Lu}][\\p{Lu}.'’-]+(?:[ /][\\p{Lu}][\\p{Lu}.'’-]+){0,3}(?:, [\\p{Lu}][\\p{L}.]{1,15}){0,2}(?:, (?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:,? \\d{4})?)?(?: ?\\([^)]{2,40}\\))?|[\\p{Lu}][\\p{L} ]{2,20}(?:, ${MONTH} \\d{1,2})? \\([^)]{2,40}\\)) ?[-–—]{1,2} `,
  'u',
)
const BYLINE = /^by [\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+){1,3}$/iu
/** A publisher's mark after the last full stop ("µ", "■", "###"). */
const END_MARK = /(?<=[.!?…]["”’)]*\s+)[^\p{L}\p{N}\s"“”'’().!?…]{1,3}$|(?<=[.!?…]["”’)]*\s+)µ$/u
const LINK =
  /^(?:related(?: stor(?:y|ies)| articles?)?|read (?:more|also|next)|also read|see also|more on this|watch|listen|sign up|subscribe|follow us)\b[^.]{0,30}:|^https?:\/\/\S+$/i
const CREDIT =
  /[([]\s*(?:image|photo|photograph|picture|source|credit|graphic|illustration|screenshot)s?\b[^)\]]{0,120}[)\]]$/i
const CREDIT_LINE = /^(?:image|photo|picture|photograph|caption|credit)s?(?: credit)?\s*:/i
const COMMENTS_HEADING =
  /^(?:\d+ )?(?:reader(?:s['’]|['’]?s)? )?(?:comments?|responses?)(?: \(\d+\))?:?$/i
const NUMBERED = /^(\d{1,3})[.)]\s/

/** Every paragraph of a seed with its kind; `title` is the headline by its provenance. */
export function classifyParagraphs(text: string, title: string | null): Paragraph[] {
  const spans = splitParagraphs(text).flatMap((span) => cutMarks(text, span))
  const texts = spans.map((span) => text.slice(span.start, span.end))
  const article = texts.slice(0, commentsStart(texts))
  return spans.map(({ start, end }, i) => ({ start, end, kind: kindOf(article, i, title) }))
}

/** Parts a leading date stamp and a closing end mark from the paragraph that they stand in. */
function cutMarks(text: string, span: Span): Span[] {
  const own = text.slice(span.start, span.end)
  const stamp = (DATELINE.exec(own) ?? STAMP.exec(own))?.[0].trimEnd().length ?? 0
  const mark = own.length - (END_MARK.exec(own)?.[0].length ?? 0)
  // "2018-05-04 was a Friday" is a sentence: what follows a stamp starts with a capital.
  const cut = stamp > 0 && /^\s+[^\p{Ll}]/u.test(own.slice(stamp)) ? stamp : 0
  return [
    trim(text, span.start, span.start + cut),
    trim(text, span.start + cut, span.start + mark),
    trim(text, span.start + mark, span.end),
  ].filter((part) => part.end > part.start)
}

function trim(text: string, start: number, end: number): Span {
  const own = text.slice(start, end)
  const from = start + own.length - own.trimStart().length
  return { start: from, end: Math.max(from, start + own.trimEnd().length) }
}

/**
 * Where the readers' comments begin: at a "Comments" heading, or at a list numbered from 1 that
 * ends the document and is not announced by a colon. Doubt goes against a text being evidence.
 */
function commentsStart(texts: string[]): number {
  const heading = texts.findIndex((text, i) => i > 0 && COMMENTS_HEADING.test(text))
  if (heading > 0) return heading
  let first = texts.length
  while (first > 0 && NUMBERED.test(texts[first - 1] ?? '')) first--
  const numbers = texts.slice(first).map((text) => Number(NUMBERED.exec(text)?.[1]))
  const counted = numbers.length > 0 && numbers.every((number, i) => number === i + 1)
  return counted && first > 0 && !(texts[first - 1] ?? '').endsWith(':') ? first : texts.length
}

function kindOf(article: string[], i: number, title: string | null): ParagraphKind {
  const text = article[i]
  if (text === undefined) return 'reader-comment'
  if (title !== null && fold(text) === fold(title)) return 'title'
  if (isStamp(text)) return 'stamp'
  if (LINK.test(text)) return 'link'
  if (CREDIT.test(text) || CREDIT_LINE.test(text)) return 'caption'
  return isHeading(text, article[i + 1]) ? 'heading' : 'body'
}

function isStamp(text: string): boolean {
  return (
    STAMP.exec(text)?.[0].length === text.length ||
    DATELINE.exec(`${text} `)?.[0].trimEnd().length === text.length ||
    BYLINE.test(text) ||
    !/[\p{L}\p{N}]{2}/u.test(text)
  )
}

/** A short line without a sentence's end, with text below it. */
function isHeading(text: string, next: string | undefined): boolean {
  if (next === undefined || text.length > MAX_HEADING || /^["“‘'(•*-]/.test(text)) return false
  if (/\?$/.test(text)) return text.length <= MAX_QUESTION_HEADING && !/[.!?]\s/.test(text)
  return !/[.!:;,…"”。！？]$/.test(text)
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
