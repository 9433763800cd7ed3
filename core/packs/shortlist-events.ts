import { nearest, type AgencyTree } from '../context/agency-tree.ts'
import type { ContextQuery } from '../context/context.ts'
import { yearCloseness } from '../context/event-years.ts'
import { kindCloseness, sameKind } from '../context/kind-closeness.ts'
import { companiesAround } from '../context/query-companies.ts'
import type { Act } from '../context/read-acts.ts'
import type { ActionKind, SourceEvent } from '../source-index.ts'

/** Events whose evidence is read for one question; a card shows one, and what is like it. */
export const MOST_EVENTS = 24

/** `words`: how near the nearest of its evidence is to the sentence, 0–1, among what was found by words. */
export type EventFound = { event: SourceEvent; words: number }

/**
 * The events that the rules of ranking may choose from, best first: a rough measure by the same fields,
 * without reading any evidence.
 */
export function shortlistEvents<Found extends EventFound>(
  found: Found[],
  query: ContextQuery,
  tree: AgencyTree,
  told: Act,
): Found[] {
  if (found.length <= MOST_EVENTS) return found
  const asked = readAsked(query, told)
  return found
    .map((one) => ({ one, worth: worthOf(one, query, tree, asked) }))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, MOST_EVENTS)
    .map(({ one }) => one)
}

function readAsked({ agency, alsoBy, action }: ContextQuery, told: Act): Act {
  return {
    agencies: agency === undefined ? told.agencies : [agency, ...(alsoBy ?? [])],
    kinds: action === undefined ? told.kinds : [action],
  }
}

function worthOf(
  { event, words }: EventFound,
  query: ContextQuery,
  tree: AgencyTree,
  asked: Act,
): number {
  const companies = companiesAround(query)
  const isOnCompany = event.targets.some((id) => companies.includes(id))
  return (
    words +
    nearest(tree, asked.agencies, event.agencies) +
    Math.max(0, ...asked.kinds.map((kind) => kinship(kind, event.action))) +
    (isOnCompany ? 0.5 : 0) +
    yearCloseness(query.sentence, event) +
    event.passages.length / 100
  )
}

function kinship(a: ActionKind, b: ActionKind): number {
  return Math.max(sameKind(a, b), kindCloseness(a, b))
}
