import type { Tier } from './context.ts'
import type { Ranker } from './rank.ts'
import type { Passage } from '../source-index.ts'

/** A passage with its place among the passages, its tier and what it is worth there. */
export type Rated = { at: number; passage: Passage; tier: Tier; words: number; score: number }

/** The order of showing. */
export const TIERS: Tier[] = ['same-event', 'same-agency', 'same-action', 'background']

/** Two passages that share this much of their words are one report, repeated. */
export const SAME_REPORT = 0.6
/** What the second passage of a document loses, and each further one, so that others come first. */
const REPEATED_DOCUMENT = [0, 0.02, 0.2]

/** A card's worth: the best of each tier in turn, other documents first, no report twice. */
export function choose(rated: Rated[], ranker: Ranker, count: number): Rated[] {
  const chosen: Rated[] = []
  for (const tier of TIERS) {
    const pool = rated.filter(
      (one) => one.tier === tier && (one.words > 0 || tier !== 'background'),
    )
    while (pool.length > 0 && chosen.length < count) {
      const best = pool.reduce((a, b) => (worth(b, chosen) > worth(a, chosen) ? b : a))
      pool.splice(pool.indexOf(best), 1)
      if (chosen.every((other) => ranker.overlap(other.at, best.at) < SAME_REPORT))
        chosen.push(best)
    }
  }
  return chosen
}

function worth(one: Rated, chosen: Rated[]): number {
  const again = chosen.filter((other) => other.passage.document === one.passage.document).length
  return one.score - (REPEATED_DOCUMENT[again] ?? REPEATED_DOCUMENT.at(-1) ?? 0)
}
