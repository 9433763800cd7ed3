import type { ActionKind, DateValue, EntityId } from '../core/source-index.ts'
import type { ReadPassage } from './read-passages.ts'
import { findObjects } from './find-objects.ts'
import { maskQuotations } from './quotations.ts'

/** That a passage says an agency did something: what events are made of. */
export type Claim = {
  read: ReadPassage
  agencies: EntityId[]
  action: ActionKind
  targets: string[]
  proposed: boolean
  date?: DateValue
  /** What it is about, in classes ("phones", "networks"), to tell two actions apart. */
  objects: string[]
  /** Who is named as doing it; two bills by different people are two bills. */
  actors: string[]
  /** Whether the agency is told; "was fined" stands without one. */
  named: boolean
}

/** What claims are compared by: of their passage only the document, and when it told. */
export type ClaimFacts = Omit<Claim, 'read' | 'proposed'> & {
  read: { published: DateValue; passage: { document: string } }
}

/** What every claim of a passage shares. */
export function claimBase(
  read: ReadPassage,
  action: ActionKind,
  date: DateValue | undefined,
): Pick<Claim, 'read' | 'action' | 'date' | 'objects' | 'actors'> {
  const { start, end, text } = read.passage
  const actors = read.people.filter((person) => person.start >= start && person.start < end)
  return {
    read,
    action,
    ...(date ? { date } : {}),
    objects: findObjects(maskQuotations(text)),
    actors: action === 'legislate' ? actors.map(({ name }) => name) : [],
  }
}
