import { yearCloseness } from './event-years.ts'
import type { Prepared } from './prepare-index.ts'
import type { SourceEvent } from '../source-index.ts'

/**
 * Whether a sentence that fits one event can be told from fitting the other. Two like events (two bills
 * to the same end) are told apart by a year or by who and where, not by how they are worded.
 */
export function isToldFrom(
  prepared: Prepared,
  sentence: string,
  one: SourceEvent,
  other: SourceEvent,
): boolean {
  if (!isLike(one, other)) return true
  if (yearCloseness(sentence, one) > yearCloseness(sentence, other)) return true
  return countNames(prepared, sentence, one) > countNames(prepared, sentence, other)
}

/** The same deed by the same agencies to the same companies. */
function isLike(a: SourceEvent, b: SourceEvent): boolean {
  return (
    a.action === b.action &&
    a.agencies.join() === b.agencies.join() &&
    a.targets.join() === b.targets.join()
  )
}

const NAME = /\b\p{Lu}[\p{Ll}\p{M}]{2,}/gu

/** Names in the sentence that stand in the event's evidence too. */
function countNames({ passages, at }: Prepared, sentence: string, event: SourceEvent): number {
  const evidence = event.passages.flatMap((id) => passages[at.get(id) ?? Number.NaN] ?? [])
  const known = new Set(evidence.flatMap(({ text }) => text.match(NAME) ?? []))
  return new Set(sentence.match(NAME)?.filter((name) => known.has(name))).size
}
