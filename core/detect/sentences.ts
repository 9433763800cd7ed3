import type { Span } from '../source-index.ts'

/** Never end a sentence, whatever follows. */
const TITLES = new Set(
  'mr mrs ms dr prof gen maj col lt sgt capt cmdr adm sen sens rep reps gov pres st no vs eg ie cf fig dept approx est hon rev'.split(
    ' ',
  ),
)
/** End a sentence only where a usual first word follows. */
const MAYBE_LAST = new Set(
  'us uk eu usa un dc inc ltd corp co jr sr llc plc etc govt pm am jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
)
const FIRST_WORDS = new Set(
  'the a an it its in on at he she they we i but and this that these those however meanwhile while when after before as if since according for from last earlier both some many most all no not there what who why how our their his her'.split(
    ' ',
  ),
)
/** Always matches where it begins, so that endless runs of marks stay linear. */
const END = /[.!?…]+["'”’»)\]]*|[。！？]+[」』”’）]*|\n\s*\n/g
const UNSPACED_MARK = /[。！？\n]/
const NEXT = /^\s*["'“‘«([]*([\p{L}\p{N}]+)/u
const LAST = /([\p{L}\p{N}.]+)$/u
/** How far to look on both sides of a full stop; longer than any abbreviation or first word. */
const REACH = 40

/**
 * The sentences of a text, in order, without the white space around them. Knows the abbreviations
 * of news texts ("U.S.", "Maj.", "Co. Ltd."). Linear in the text's length.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length
    const isLoose = UNSPACED_MARK.test(match[0]) || /^(?:\s|$)/.test(text.slice(end, end + 1))
    if (
      isLoose &&
      isStop(
        match[0],
        text.slice(Math.max(0, match.index - REACH), match.index),
        text.slice(end, end + REACH),
      )
    ) {
      pushTrimmed(spans, text, start, end)
      start = end
    }
  }
  pushTrimmed(spans, text, start, text.length)
  return spans
}

function isStop(mark: string, before: string, after: string): boolean {
  if (!/^\.["'”’»)\]]*$/.test(mark)) return mark !== '…' || startsSentence(after)
  const next = NEXT.exec(after)?.[1]
  if (next === undefined) return true
  if (mark === '.' && /^\p{Ll}/u.test(next)) return false
  // "(R-Ark.) warned"
  if (/^\.\)+$/.test(mark) && /^\p{Ll}/u.test(next)) return false
  if (mark !== '.') return true
  // the word is looked for in the last piece without spaces only: this runs at every full stop
  const piece = before.slice(before.lastIndexOf(' ') + 1)
  const last = (LAST.exec(piece)?.[1] ?? '').replaceAll('.', '').toLowerCase()
  if (TITLES.has(last)) return false
  const initial = /(?:^|[\s.])\p{Lu}$/u.test(before)
  return MAYBE_LAST.has(last) || initial ? FIRST_WORDS.has(next.toLowerCase()) : true
}

function startsSentence(after: string): boolean {
  return !/^\s*["'“‘«([]*\p{Ll}/u.test(after)
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  const part = text.slice(from, to)
  const start = from + (part.length - part.trimStart().length)
  const end = start + part.trim().length
  if (end > start) spans.push({ start, end })
}
