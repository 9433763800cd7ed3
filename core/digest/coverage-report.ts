import { nameOf, type IndexLookup } from '../card/card-content.ts'
import { orderEvents } from './time-line.ts'
import { ACTION_KINDS, type ActionKind, type DateValue, type EntityId } from '../source-index.ts'

export type Counted<Item> = { item: Item; events: number }

/** What the sources hold, in numbers, and what they do not. */
export type CoverageReport = {
  documents: number
  passages: number
  events: number
  /** Dates of the first and last dated event. */
  from?: DateValue
  to?: DateValue
  /** Most events first. */
  agencies: Counted<EntityId>[]
  actions: Counted<ActionKind>[]
  companies: Counted<EntityId>[]
  /** Kinds of action of which no event is recorded. */
  noAction: ActionKind[]
  /** Names of agencies that are known by name and have no event, in alphabetical order. */
  noEventBy: string[]
}

/** Counts what an index covers; linear in its events and entities. */
export function reportCoverage(lookup: IndexLookup): CoverageReport {
  const { documents, passages, events, entities } = lookup.index
  const dates = orderEvents(events).flatMap((event) => event.date ?? [])
  const [from, to] = [dates.at(0), dates.at(-1)]
  const agencies = count(events.flatMap((event) => event.agencies))
  const actions = count(events.map((event) => event.action))
  const acting = new Set(agencies.map(({ item }) => item))
  const done = new Set(actions.map(({ item }) => item))
  return {
    documents: documents.length,
    passages: passages.filter((passage) => passage.section === 'body').length,
    events: events.length,
    ...(from && { from }),
    ...(to && { to }),
    agencies,
    actions,
    companies: count(events.flatMap((event) => event.targets)),
    noAction: ACTION_KINDS.filter((kind) => !done.has(kind)),
    noEventBy: entities
      .filter((entity) => entity.kind === 'agency' && !acting.has(entity.id))
      .map((entity) => nameOf(lookup, entity.id))
      .toSorted((a, b) => a.localeCompare(b)),
  }
}

function count<Item>(items: Item[]): Counted<Item>[] {
  return [...Map.groupBy(items, (item) => item)]
    .map(([item, all]) => ({ item, events: all.length }))
    .toSorted((a, b) => b.events - a.events)
}
