import { SAME_REPORT, type Rated } from './choose-passages.ts'
import type { ContextQuery } from './context.ts'
import type { Prepared } from './prepare-index.ts'
import { queryCompanies } from './query-companies.ts'
import type { Passage, PassageId, SourceEvent } from '../source-index.ts'

/** A reply is shown beside what it answers; two of them fit a card. */
const MAX_REPLIES = 2

type Answer = { passage: Passage; at: number; score: number }

/**
 * The event's replies, in the order of the index (the company's own words before what others tell of
 * them), else the closest answers; those of the companies concerned come first.
 */
export function findReplies(
  prepared: Prepared,
  query: ContextQuery,
  event: SourceEvent | undefined,
  chosen: Rated[],
  words: Float64Array,
): PassageId[] {
  const shown = new Set(chosen.map((one) => one.passage.id))
  const companies = queryCompanies(query)
  const before = (a: Answer, b: Answer) =>
    wanted ? wanted.indexOf(a.passage.id) - wanted.indexOf(b.passage.id) : b.score - a.score
  const wanted = event && event.replies.length > 0 ? event.replies : undefined
  const answers = prepared.passages
    .map((passage, at) => ({ passage, at, score: words[at] ?? 0 }))
    .filter(({ passage }) => !shown.has(passage.id))
    .filter(({ passage }) => (wanted ? wanted.includes(passage.id) : passage.stance === 'response'))
    .map((one) => ({ ...one, own: one.passage.companies.some((id) => companies.includes(id)) }))
    .filter(({ own }) => own || wanted !== undefined)
    .toSorted((a, b) => Number(b.own) - Number(a.own) || before(a, b))
  return withoutRepeats(answers, chosen, prepared).map(({ passage }) => passage.id)
}

/** The first ones, none of which is a copy of another or of what is shown above them. */
function withoutRepeats(answers: Answer[], chosen: Rated[], { ranker }: Prepared): Answer[] {
  const kept: Answer[] = []
  const isCopy = (a: { at: number }, b: Answer) => ranker.overlap(a.at, b.at) >= SAME_REPORT
  for (const one of answers) {
    if (kept.length === MAX_REPLIES) break
    if (![...chosen, ...kept].some((other) => isCopy(other, one))) kept.push(one)
  }
  return kept
}
