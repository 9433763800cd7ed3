import type { Paragraph, Span } from '../core/source-index.ts'
import { isAllQuotation, isUnclosed } from './quotations.ts'
import { splitSentences } from './split-sentences.ts'

/**
 * A stretch that becomes one passage. `speech`: its last part is said by whom `X said:` names, or by
 * the speaker of the stretch `continues` points at (an index into the same list).
 */
export type Stretch = Span & {
  section: 'body' | 'reader-comment'
  /** Where the words of the speaker begin after "X said:"; undefined without such a line. */
  speechStart?: number
  /** Index of the stretch whose quotation this one goes on with. */
  continues?: number
}

/** Longer quotations are cut at a sentence's end; a card shows about 500 characters at once. */
export const MAX_QUOTATION = 700

const LEAD_IN =
  /\b(?:said|says|stated|states|wrote|writes|told [^:]{1,40}|added|explained|announced|commented|replied|testified|tweeted|declared|noted|continued|warned|asked|as stating)(?: in [^:]{1,40}| on [^:]{1,30})?:$/i
const OPENING = /^["“„«]/
/** Words with which an outlet, and hardly a quoted speaker, takes up its own story again. */
const NARRATIVE =
  /^(?:meanwhile|however|earlier|later|elsewhere|separately|last |in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|on (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|the (?:order|ban|move|bill|decision|news|report|statement|announcement|warning|comments?|remarks?|ruling)\b)/i
/** The outlet tells what somebody said, which a speaker hardly does of a third person. */
const REPORTING =
  /^[^“”":]{2,160}?\b(?:said|told|announced|reported|declined to comment|did not respond|according to)\b|^[^“”":]{2,160}:$/
const ADDING = /\b(?:also|meanwhile|too|has since|have since)\b/i

/**
 * Parts the body and the readers' comments of a seed into stretches: sentences, but a quotation
 * stays in one piece with the words that say whose it is.
 */
export function groupPassages(text: string, paragraphs: Paragraph[]): Stretch[] {
  const stretches: Stretch[] = []
  let open: OpenQuotation | undefined
  paragraphs.forEach((paragraph) => {
    if (paragraph.kind !== 'body' && paragraph.kind !== 'reader-comment') {
      // A link or a caption only interrupts an open quotation; a heading ends every one.
      const goes = open?.form === 'unclosed' && paragraph.kind !== 'heading'
      open = open && goes ? { ...open, interrupted: true } : undefined
      return
    }
    const own = text.slice(paragraph.start, paragraph.end)
    if (paragraph.kind === 'reader-comment' || (open && !goesOn(own, open))) open = undefined
    open = addParagraph(stretches, own, paragraph, open)
  })
  return stretches
}

/**
 * A quotation that the next paragraph may go on with. `unclosed`: its quotation mark is still open;
 * `lead`: it stands without marks after "X said:"; `closed`: it ended, another may follow.
 */
type OpenQuotation = {
  form: 'unclosed' | 'lead' | 'closed'
  stretch: number
  /** Paragraphs of speech so far. */
  paragraphs: number
  interrupted: boolean
}

function goesOn(own: string, open: OpenQuotation): boolean {
  const quoted = OPENING.test(own)
  if (open.form !== 'lead') return quoted && (open.form === 'unclosed' || isAllQuotation(own))
  if (open.paragraphs === 0) return true
  const opening = own.split(/\s+/).slice(0, 9).join(' ')
  return !quoted && ![NARRATIVE, REPORTING].some((one) => one.test(own)) && !ADDING.test(opening)
}

function addParagraph(
  stretches: Stretch[],
  own: string,
  paragraph: Paragraph,
  open: OpenQuotation | undefined,
): OpenQuotation | undefined {
  const section = paragraph.kind === 'reader-comment' ? 'reader-comment' : 'body'
  const shift = (span: Span): Span => ({
    start: paragraph.start + span.start,
    end: paragraph.start + span.end,
  })
  const units = joinQuotations(own, splitSentences(own)).map(shift)
  let rest = units
  if (open) {
    // After "X said:" all of the paragraph is speech; otherwise its first unit goes on.
    const count = open.form === 'lead' ? units.length : 1
    for (const unit of units.slice(0, count)) {
      open.stretch = extend(stretches, open, unit, { section })
    }
    rest = units.slice(count)
  }
  for (const unit of rest) stretches.push({ ...unit, section })
  return nextOpen(stretches, own, open, rest.length > 0)
}

/** Adds a unit to the open quotation, or as a stretch of its own that continues it. */
function extend(
  stretches: Stretch[],
  open: OpenQuotation,
  unit: Span,
  place: Pick<Stretch, 'section'>,
): number {
  const last = stretches[open.stretch]
  if (last && !open.interrupted && unit.end - last.start <= MAX_QUOTATION) {
    if (open.form === 'lead' && last.speechStart === undefined) last.speechStart = unit.start
    last.end = unit.end
    return open.stretch
  }
  stretches.push({ ...unit, ...place, continues: open.stretch })
  open.interrupted = false
  return stretches.length - 1
}

function nextOpen(
  stretches: Stretch[],
  own: string,
  open: OpenQuotation | undefined,
  hasRest: boolean,
): OpenQuotation | undefined {
  const stretch = stretches.length - 1
  const fresh = { stretch, paragraphs: 0, interrupted: false }
  if (LEAD_IN.test(own)) return { ...fresh, form: 'lead' }
  if (open?.form === 'lead' && !hasRest) {
    return OPENING.test(own) ? undefined : { ...open, paragraphs: open.paragraphs + 1 }
  }
  if (isUnclosed(own)) return { ...fresh, form: 'unclosed' }
  return OPENING.test(own) ? { ...fresh, form: 'closed' } : undefined
}

/** Joins sentences that stand inside one quotation, and a quotation that follows its speaker's. */
function joinQuotations(own: string, sentences: Span[]): Span[] {
  const units: Span[] = []
  for (const sentence of sentences) {
    const last = units.at(-1)
    const text = own.slice(sentence.start, sentence.end)
    const before = last ? own.slice(last.start, last.end) : ''
    const inside = last !== undefined && isUnclosed(before)
    const follows =
      OPENING.test(before) && OPENING.test(text) && (isAllQuotation(text) || isUnclosed(text))
    if (last && (inside || follows) && sentence.end - last.start <= MAX_QUOTATION)
      last.end = sentence.end
    else units.push({ ...sentence })
  }
  return units
}
