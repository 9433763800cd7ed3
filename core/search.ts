import Fuse, { type RangeTuple } from 'fuse.js'
import { describePassage, type IndexLookup, type Quote } from './card-content.ts'
import type { Span } from './source-index.ts'

/** One passage that answers a search, with the stretches of its text that matched. */
export type SearchHit = { quote: Quote; matches: Span[] }

/** Answers a search, best first, at most `MAX_HITS`; nothing for fewer than `MIN_LETTERS`. */
export type PassageSearch = (words: string) => SearchHit[]

export const MIN_LETTERS = 2
const MAX_HITS = 50
/**
 * Fuse's score is the share of a word's letters that are wrong: a third lets two letters change places
 * in a short name ("Huwaei") and brings in no other words here.
 */
const THRESHOLD = 0.34

/** Typo-tolerant search over all passages, their speakers and outlets; every word must match. */
export function createSearch(lookup: IndexLookup): PassageSearch {
  const quotes = lookup.index.passages.flatMap(({ id }) => describePassage(lookup, id) ?? [])
  const fuse = new Fuse(quotes, {
    keys: [
      { name: 'text', weight: 5 },
      { name: 'attribution.speaker', weight: 2 },
      { name: 'title', weight: 1 },
      { name: 'publisher', weight: 1 },
    ],
    threshold: THRESHOLD,
    // By default only the first 60 characters or so of a text are looked at.
    ignoreLocation: true,
    includeMatches: true,
    minMatchCharLength: MIN_LETTERS,
    useTokenSearch: true,
    tokenMatch: 'all',
  })
  return (words) => {
    const wanted = words.trim()
    if (wanted.length < MIN_LETTERS) return []
    return fuse.search(wanted, { limit: MAX_HITS }).map(({ item, matches }) => ({
      quote: item,
      matches: toSpans(matches?.find((match) => match.key === 'text')?.indices ?? []),
    }))
  }
}

/** Fuse's ranges include their last character. */
function toSpans(ranges: readonly RangeTuple[]): Span[] {
  return ranges.map(([first, last]) => ({ start: first, end: last + 1 }))
}
