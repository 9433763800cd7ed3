import { describeAction } from './describe-action.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { findActions } from './detect-actions.ts'
import type { Lead } from './detect-pronouns.ts'
import { readPronouns } from './detect-pronouns.ts'
import type { ActionCandidate } from './findings.ts'
import type { Scanned } from './scan-block.ts'
import { firstFrom, startingInside } from './sorted-spans.ts'
import type { Span } from '../source-index.ts'

/** The actions of all sentences, and whom a pronoun after them means. */
export function scanSentences(
  scanned: Scanned,
  sentences: Span[],
): { actions: ActionCandidate[]; lead: Lead } {
  const quotes = [...scanned.folded.text.matchAll(/"/g)].map(({ index }) => ({
    start: index,
    end: index + 1,
  }))
  const isQuoted = (offset: number) => firstFrom(quotes, offset) % 2 === 1
  let lead: Lead = 'earlier'
  const actions = sentences.flatMap((sentence) =>
    clausesOf(scanned, sentence).flatMap((clause) => {
      const pronouns = readPronouns(clause, lead, isQuoted)
      lead = pronouns.lead
      return findActions(clause, pronouns.matches)
        .filter((match) => !isVagueReport(clause, match))
        .map((match) => describeAction(scanned, clause, sentence, match))
    }),
  )
  return { actions, lead }
}

/** Longest stretch read as one clause, in words; endless lists are read in pieces. */
const CLAUSE_WORDS = 300

/** A sentence, in pieces where it is endless. */
function clausesOf(
  { folded, tokens, groups, companies, tables }: Scanned,
  sentence: Span,
): Clause[] {
  const first = firstFrom(tokens, sentence.start)
  const last = firstFrom(tokens, sentence.end)
  const clauses: Clause[] = []
  for (let from = first; from < last; from += CLAUSE_WORDS) {
    const to = Math.min(last, from + CLAUSE_WORDS)
    const stretch = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
    clauses.push({
      text: folded.text,
      tokens,
      from,
      to,
      groups: startingInside(groups, stretch),
      companies: startingInside(companies, stretch),
      words: tables.words,
      cues: tables.cues,
    })
  }
  return clauses
}

/** "as the agency found that both …": a reference back, unless it finds something about a company. */
function isVagueReport({ companies }: Clause, { group, kind, to }: ActionMatch): boolean {
  return (
    group.generic !== undefined && kind === 'report' && !companies.some((name) => name.from >= to)
  )
}
