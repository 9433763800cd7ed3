import type { AgencyTree } from '../context/agency-tree.ts'
import { ancestors } from '../context/agency-tree.ts'
import type { ContextQuery } from '../context/context.ts'
import { yearOf, yearsIn } from '../context/event-years.ts'
import { kindCloseness, sameKind } from '../context/kind-closeness.ts'
import { companiesAround, queryCompanies } from '../context/query-companies.ts'
import type { Act } from '../context/read-acts.ts'
import { ACTION_KINDS, type ActionKind, type EntityId, type SourceEvent } from '../source-index.ts'

/**
 * The keys by which an event is found without looking at others: who (the whole government) did what to
 * whom, those with the most evidence first.
 */
export function keysOfEvent(event: SourceEvent, tree: AgencyTree): string[] {
  const lines = event.agencies.map((id) => ancestors(tree, id))
  const weight = weightOf(event)
  const year = yearOf(event)
  const acts = roots(lines).flatMap((root) =>
    event.targets.map((target) => actKey(root, event.action, target)),
  )
  return [...new Set(lines.flat())]
    .map(actingKey)
    .concat(Number.isNaN(year) ? [] : yearKey(year))
    .concat(event.date ? monthKey(event.date.value.slice(0, 7)) : [])
    .concat(event.targets.map((target) => `t|${target}|${weight}`))
    .concat(acts.map((act) => `${act}${weight}`))
    .concat(Number.isNaN(year) ? [] : acts.map((act) => `${act}y${year}`))
}

/** Whether it is kept count of how many events have a key: those that a card asks the number of. */
export const isCounted = (key: string) => /^[ay]\|/.test(key)
export const actingKey = (agency: EntityId) => `a|${agency}`
export const yearKey = (year: number) => `y|${year}`
/** `2018-05` */
export const monthKey = (month: string) => `m|${month}`
const actKey = (root: EntityId, kind: ActionKind, target: string) => `g|${root}|${kind}|${target}|`

/** Sorts those with more evidence first. */
function weightOf({ passages }: SourceEvent): string {
  return String(Math.max(0, 99_999 - passages.length)).padStart(5, '0')
}

function roots(lines: EntityId[][]): EntityId[] {
  return [...new Set(lines.flatMap((line) => line.at(-1) ?? []))]
}

/** A run of keys, and how many events of it are worth a look. */
export type KeyRun = { from: string; to: string; most: number }

/** Enough to hold the event that is meant: an act that is told often, and one of a year that is named. */
const MOST = { act: 8, year: 12, target: 8 }

/** Where the events stand that a question may speak of. `told`: what its sentence tells. */
export function runsFor(query: ContextQuery, tree: AgencyTree, told: Act): KeyRun[] {
  const agencies =
    query.agency === undefined ? told.agencies : [query.agency, ...(query.alsoBy ?? [])]
  const kinds = query.action === undefined ? told.kinds : [query.action, ...told.kinds]
  const companies = queryCompanies(query)
  const targets = [...new Set([...companiesAround(query), 'chinese-telecom'])]
  const years = yearsIn(query.sentence)
  const acts = roots(agencies.map((id) => ancestors(tree, id))).flatMap((root) =>
    ACTION_KINDS.filter((kind) => kinds.some((one) => isKin(one, kind))).flatMap((kind) =>
      targets.map((target) => actKey(root, kind, target)),
    ),
  )
  return [
    ...acts.map((act) => ({ ...prefix(`${act}0`, `${act}:`), most: MOST.act })),
    ...acts.flatMap((act) =>
      years.map((year) => ({ ...prefix(`${act}y${year}`), most: MOST.year })),
    ),
    ...companies.map((company) => ({ ...prefix(`t|${company}|`), most: MOST.target })),
  ]
}

const prefix = (from: string, to = `${from}\uffff`) => ({ from, to })

function isKin(a: ActionKind, b: ActionKind): boolean {
  return sameKind(a, b) > 0 || kindCloseness(a, b) > 0
}
