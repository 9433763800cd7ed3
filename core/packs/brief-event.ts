import type { Conflict, PassageId, SourceEvent } from '../source-index.ts'

/** As much evidence as a card shows, the clearest first. */
const MOST_EVIDENCE = 5
const MOST_REPLIES = 2
/** Readings of one question, and passages that give each. */
const MOST_READINGS = 6
const MOST_GIVING = 3

/**
 * An event with as much of its evidence as a card shows: what thousands of documents tell is as small as
 * what one tells. A passage is there for each reading that a conflict keeps.
 */
export function briefEvent(event: SourceEvent): SourceEvent {
  const conflicts = event.conflicts.map(briefConflict)
  const first = event.passages.slice(0, MOST_EVIDENCE)
  const given = conflicts.flatMap(({ readings }) => readings.flatMap(({ passages }) => passages))
  return {
    ...event,
    passages: inOrder(event.passages, new Set([...first, ...given])),
    replies: event.replies.slice(0, MOST_REPLIES),
    conflicts,
  }
}

function inOrder(all: PassageId[], kept: ReadonlySet<PassageId>): PassageId[] {
  return all.filter((id) => kept.has(id))
}

function briefConflict({ field, readings }: Conflict): Conflict {
  return {
    field,
    readings: readings
      .slice(0, MOST_READINGS)
      .map(({ value, passages }) => ({ value, passages: passages.slice(0, MOST_GIVING) })),
  }
}
