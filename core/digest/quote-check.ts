import { alignWords } from './align-words.ts'
import type { IndexLookup } from '../card/card-content.ts'
import { MIN_WORDS, type PageQuotation } from './find-quotations.ts'
import { createSpeakerCheck, type OtherSpeaker } from './quote-speaker.ts'
import { createWindowFinder, type SourceWindow, type SourceWord } from './quote-source.ts'
import { isTelling, splitQuoteWords, type QuoteWord } from './quote-words.ts'
import type { PassageId } from '../source-index.ts'

/**
 * - `identical`: every word stands in the source, in this order and without a gap.
 * - `shortened`: words are left out or replaced, and the page marks where (… or [ ]).
 * - `longer`: what the source has of it is identical, and the page quotes more.
 * - `altered`: words differ and nothing marks it.
 */
export type QuoteVerdict = 'identical' | 'shortened' | 'longer' | 'altered'

/**
 * A stretch of the comparison. `same`, `added`, `inserted` (in brackets) and `beyond` are the page's
 * characters; `missing` and `left-out` (marked with an ellipsis) are the source's.
 */
export type DiffPart = {
  kind: 'same' | 'missing' | 'added' | 'left-out' | 'inserted' | 'beyond'
  text: string
}

export type CheckedQuote = {
  quotation: PageQuotation
  verdict: QuoteVerdict
  parts: DiffPart[]
  /** The passages that it comes from, the one with most of it first. */
  passages: [PassageId, ...PassageId[]]
  /** Set where the page names somebody else than the source does. */
  otherSpeaker?: OtherSpeaker
}

/** Compares one quotation with all sources; `undefined` where none of them has it. */
export type QuoteChecker = (quotation: PageQuotation) => CheckedQuote | undefined

/** Share of a quotation's words that must stand in the source, so that an altered one is still known. */
const MIN_SHARE = 0.6
/** Words in one piece without which a likeness is chance. */
const MIN_RUN = 3
/** The same where the page quotes more than the source has. */
const MIN_RUN_LONGER = 6
/** Words before or after what the source has, from which on they count as more of it and not as changes. */
const MIN_BEYOND = 4

/** Prepares the sources for comparison; linear in their length. */
export function createQuoteChecker(lookup: IndexLookup): QuoteChecker {
  const findWindows = createWindowFinder(lookup)
  const checkSpeaker = createSpeakerCheck(lookup)
  return (quotation) => {
    const words = splitQuoteWords(quotation.text)
    if (words.filter((word) => word.kind === 'word').length < MIN_WORDS) return undefined
    const [best] = findWindows(words)
      .flatMap((window) => compare(quotation.text, words, window) ?? [])
      .toSorted((a, b) => b.matched - a.matched)
    if (!best) return undefined
    const { verdict, parts, passages } = best
    const otherSpeaker = checkSpeaker(quotation, passages[0])
    return { quotation, verdict, parts, passages, ...(otherSpeaker && { otherSpeaker }) }
  }
}

/** One stretch of change or agreement: words of the source, of the page, or (the same) of both. */
type Run = { same: boolean; source: SourceWord[]; page: QuoteWord[] }

function compare(text: string, words: QuoteWord[], window: SourceWindow) {
  const runs = alignRuns(words, window.words.slice(window.from, window.to))
  const agreed = runs.filter((run) => run.same)
  const matched = agreed.flatMap((run) => run.source)
  const longest = Math.max(0, ...agreed.map((run) => run.page.length))
  const beyond = countWords([runs.at(0), runs.at(-1)].filter((run) => run && isBeyond(run)))
  const share = matched.length / (countWords(runs) - beyond)
  const isKnown =
    matched.length >= MIN_WORDS &&
    matched.filter((word) => isTelling(word.norm)).length >= 2 &&
    longest >= (beyond > 0 ? MIN_RUN_LONGER : MIN_RUN) &&
    share >= MIN_SHARE
  const passages = rankPassages(matched)
  if (!isKnown || !passages) return undefined
  const parts = describeRuns(text, runs)
  return { verdict: judge(parts), parts, passages, matched: matched.length }
}

/** The page's words against the source's, like steps together. */
function alignRuns(words: QuoteWord[], source: SourceWord[]): Run[] {
  const runs: Run[] = []
  for (const { op, ...at } of alignWords(words.map(toAlign), source.map(toAlign))) {
    let run = runs.at(-1)
    const same = op === 'same'
    if (!run || run.same !== same) runs.push((run = { same, source: [], page: [] }))
    const [theirs, ours] = [source[at.source], words[at.page]]
    if (op !== 'page' && theirs) run.source.push(theirs)
    if (op !== 'source' && ours) run.page.push(ours)
  }
  const solid = dropStrays(dropStrays(runs, 'start'), 'end')
  return solid.flatMap((run, at) => (run.same ? [run] : trimChange(run, at, solid.length)))
}

/** Words that a longer quotation shares with the source by chance, out at one of its ends. */
const STRAY = 2

/** Takes chance matches beyond a long stretch of the page's own words into that stretch. */
function dropStrays(runs: Run[], side: 'start' | 'end'): Run[] {
  const ordered = side === 'start' ? runs : runs.toReversed()
  const stray = ordered.findIndex((run) => run.same)
  const [found, gap] = [ordered[stray], ordered[stray + 1]]
  const isStray = found && found.page.length <= STRAY && gap && countWords([gap]) >= MIN_BEYOND
  if (!isStray) return runs
  const outer = ordered.slice(0, stray + 2)
  const inOrder = side === 'start' ? outer : outer.toReversed()
  const merged: Run = { same: false, source: [], page: inOrder.flatMap((run) => run.page) }
  const kept = [merged, ...ordered.slice(stray + 2)]
  return dropStrays(side === 'start' ? kept : kept.toReversed(), side)
}

const toAlign = ({ norm, kind }: QuoteWord) => ({
  norm,
  telling: isTelling(norm),
  sign: kind !== 'word',
})

/** Before the first and after the last word in common the source's own words are no difference. */
function trimChange(run: Run, at: number, length: number): Run[] {
  const isEnd = at === 0 || at === length - 1
  const kept = isEnd ? { ...run, source: [] } : run
  const isBare = isEnd && kept.page.every((word) => word.kind === 'ellipsis')
  return isBare ? [] : [kept]
}

function isBeyond(run: Run): boolean {
  return !run.same && run.source.length === 0 && countWords([run]) >= MIN_BEYOND
}

function countWords(runs: (Run | undefined)[]): number {
  return runs.flatMap((run) => run?.page ?? []).filter((word) => word.kind === 'word').length
}

function rankPassages(words: SourceWord[]): [PassageId, ...PassageId[]] | undefined {
  const counts = Map.groupBy(words, (word) => word.passage.id)
  const [first, ...others] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  return first && [first[0], ...others.map(([id]) => id)]
}

function describeRuns(text: string, runs: Run[]): DiffPart[] {
  return runs.flatMap((run, at) => {
    if (run.same) return [{ kind: 'same' as const, text: sliceWords(text, run.page) }]
    const isEnd = at === 0 || at === runs.length - 1
    if (isEnd && isBeyond(run))
      return [{ kind: 'beyond' as const, text: sliceWords(text, run.page) }]
    return describeChange(text, run)
  })
}

function describeChange(text: string, { source, page }: Run): DiffPart[] {
  const isMarked = page.some((word) => word.kind !== 'word')
  const parts: DiffPart[] = []
  if (source.length > 0)
    parts.push({ kind: isMarked ? 'left-out' : 'missing', text: sliceSource(source) })
  for (const [kind, words] of consecutive(page)) {
    const said = sliceWords(text, words)
    if (kind === 'word') parts.push({ kind: 'added', text: said })
    if (kind === 'bracket') parts.push({ kind: 'inserted', text: said })
  }
  return parts
}

/** Neighbouring words of one kind together. */
function consecutive(words: QuoteWord[]): [QuoteWord['kind'], QuoteWord[]][] {
  const groups: [QuoteWord['kind'], QuoteWord[]][] = []
  for (const word of words) {
    const last = groups.at(-1)
    if (last?.[0] === word.kind) last[1].push(word)
    else groups.push([word.kind, [word]])
  }
  return groups
}

function sliceWords(text: string, words: QuoteWord[]): string {
  return text.slice(words.at(0)?.start ?? 0, words.at(-1)?.end ?? 0)
}

/** A stretch of the source may run over several passages. */
function sliceSource(words: SourceWord[]): string {
  return [...Map.groupBy(words, (word) => word.passage)]
    .map(([passage, own]) => sliceWords(passage.text, own))
    .join(' ')
}

function judge(parts: DiffPart[]): QuoteVerdict {
  const has = (...kinds: DiffPart['kind'][]) => parts.some((part) => kinds.includes(part.kind))
  if (has('missing', 'added')) return 'altered'
  if (has('left-out', 'inserted')) return 'shortened'
  return has('beyond') ? 'longer' : 'identical'
}
