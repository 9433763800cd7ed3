import type { IndexLookup } from '../card/card-content.ts'
import { splitQuoteWords, type QuoteWord } from './quote-words.ts'
import type { Passage } from '../source-index.ts'

/** A word of a source document, with the passage that it stands in. */
export type SourceWord = QuoteWord & { passage: Passage }

/** A stretch of one document's words. */
export type SourceWindow = { words: SourceWord[]; from: number; to: number }

/** Finds the stretch of the sources that a quotation may come from. */
export type WindowFinder = (words: QuoteWord[]) => SourceWindow[]

/** Windows worth a closer look. */
const MAX_WINDOWS = 3
/** Words that a quotation with an ellipsis may leave out in one place. */
const LONGEST_GAP = 60

/** Prepares the sources' words; linear in their length. Readers' comments are no source. */
export function createWindowFinder(lookup: IndexLookup): WindowFinder {
  const streams = [...documentStreams(lookup.index.passages)]
  const pairs = new Map<string, [stream: number, at: number][]>()
  streams.forEach((words, stream) =>
    words.forEach((word, at) => {
      const key = `${word.norm} ${words[at + 1]?.norm ?? ''}`
      const places = pairs.get(key)
      if (places) places.push([stream, at])
      else pairs.set(key, [[stream, at]])
    }),
  )
  return (words) => {
    const hits = words.flatMap((word, at) =>
      (pairs.get(`${word.norm} ${words[at + 1]?.norm ?? ''}`) ?? []).map(([stream, place]) => ({
        stream,
        place,
        at,
      })),
    )
    const reach = reachOf(words)
    return [...Map.groupBy(hits, (hit) => hit.stream)]
      .flatMap(
        ([stream, found]) => densest(streams[stream] ?? [], found, words.length, reach) ?? [],
      )
      .toSorted((a, b) => b.found - a.found)
      .slice(0, MAX_WINDOWS)
  }
}

function* documentStreams(passages: Passage[]): Generator<SourceWord[]> {
  const body = passages.filter((passage) => passage.section === 'body')
  for (const own of Map.groupBy(body, (passage) => passage.document).values())
    yield own
      .toSorted((a, b) => a.start - b.start)
      .flatMap((passage) => splitQuoteWords(passage.text).map((word) => ({ ...word, passage })))
}

function reachOf(words: QuoteWord[]): number {
  const gaps = words.filter((word) => word.kind === 'ellipsis').length
  return Math.ceil(words.length * 1.5) + 4 + gaps * LONGEST_GAP
}

type Hit = { place: number; at: number }

/** The window of at most `reach` words that holds most of the quotation's different word pairs. */
function densest(
  words: SourceWord[],
  hits: Hit[],
  length: number,
  reach: number,
): (SourceWindow & { found: number }) | undefined {
  const sorted = hits.toSorted((a, b) => a.place - b.place)
  const counts = new Map<number, number>()
  let first = 0
  let best: { found: number; from: Hit; to: Hit } | undefined
  for (const hit of sorted) {
    counts.set(hit.at, (counts.get(hit.at) ?? 0) + 1)
    for (let old = sorted[first]; old && hit.place - old.place > reach; old = sorted[first]) {
      const left = (counts.get(old.at) ?? 1) - 1
      if (left === 0) counts.delete(old.at)
      else counts.set(old.at, left)
      first += 1
    }
    const from = sorted[first]
    if (from && counts.size > (best?.found ?? 0)) best = { found: counts.size, from, to: hit }
  }
  if (!best) return undefined
  const from = Math.max(0, best.from.place - best.from.at - 2)
  const to = Math.min(words.length, best.to.place + (length - best.to.at) + 3)
  return { words, from, to: Math.max(to, best.to.place + 2), found: best.found }
}
