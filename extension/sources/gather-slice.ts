import type { AgencyTree } from '../../core/context/agency-tree.ts'
import type { SourceSlice, WholeCounts } from '../../core/context/context-source.ts'
import type { ContextQuery } from '../../core/context/context.ts'
import { readTerms } from '../../core/context/rank.ts'
import type { Readers } from '../../core/context/prepare-index.ts'
import { toConflict, type Reading } from '../../core/context/reading.ts'
import { runsFor } from '../../core/packs/event-keys.ts'
import { documentAt, MOST_PASSAGES, type Place } from '../../core/packs/postings.ts'
import type { Entity, SourceDocument, SourceEvent } from '../../core/source-index.ts'
import { shortlistEvents } from '../../core/packs/shortlist-events.ts'
import { countWhole } from './count-whole.ts'
import { findPlaces } from './find-places.ts'
import type { DocumentRow, KeptDb, PackRow } from './kept-db.ts'
import type { EventRow, MadeDb, PassageRow } from './made-db.ts'
import { toDocument, type Seen } from './to-document.ts'

/** What a slice is gathered from: packs that are on, with the names that they bring. */
export type Open = {
  kept: KeptDb
  made: MadeDb
  packs: PackRow[]
  /** What is not among it is new. */
  seen: Seen
  entities: Entity[]
  tree: AgencyTree
} & Readers

/** Passages by their words, for one question; what is shown is five of them. */
const MOST_PLACES = 40
/** What is said of a company's owners, at most. */
const MOST_READINGS = 60

/** The part of the sources that some questions may need, in a few dozen reads a question. */
export async function gatherSlice(open: Open, queries: ContextQuery[]): Promise<SourceSlice> {
  const counted = await countWhole(open, queries)
  const places = new Set<Place>()
  const events = new Map<string, EventRow>()
  await Promise.all(
    queries.map(async (query) => {
      const found = await findFor(open, query, counted)
      for (const place of found.places) places.add(place)
      for (const row of found.events) events.set(row.event.id, row)
    }),
  )
  return assemble(open, queries, places, [...events.values()], counted)
}

async function findFor(open: Open, query: ContextQuery, whole: WholeCounts) {
  const { made, packs, tree, readAct } = open
  const terms = new Map(
    [...readTerms(query.sentence).keys()].map((term) => [term, whole.frequency[term] ?? 0]),
  )
  const nos = packs.map(({ no }) => no)
  const keys = made.transaction('events').store.index('keys')
  const [places, ...runs] = await Promise.all([
    findPlaces(made, nos, terms, whole.passages, MOST_PLACES),
    ...runsFor(query, tree, readAct(query.sentence)).map(({ from, to, most }) =>
      keys.getAll(IDBKeyRange.bound(from, to), most),
    ),
  ])
  const near = await nearnessOfEvents(made, places)
  const found = new Map(runs.flat().map((row) => [row.event.id, row]))
  const missing = [...near.keys()].filter((id) => !found.has(id))
  const store = made.transaction('events').store
  for (const row of await Promise.all(missing.map((id) => store.get(id))))
    if (row) found.set(row.event.id, row)
  const rated = [...found.values()].map((row) => ({ ...row, words: near.get(row.event.id) ?? 0 }))
  return { places, events: shortlistEvents(rated, query, tree, readAct(query.sentence)) }
}

/** The events that passages are evidence of, by how far in front the nearest one stands, 0–1. */
async function nearnessOfEvents(made: MadeDb, places: Place[]): Promise<Map<string, number>> {
  const index = made.transaction('tellings').store.index('places')
  const ids = await Promise.all(places.map((place) => index.getAllKeys(place)))
  const near = new Map<string, number>()
  for (const [at, own] of ids.entries())
    for (const id of own) if (!near.has(id)) near.set(id, 1 - at / places.length)
  return near
}

async function assemble(
  open: Open,
  queries: ContextQuery[],
  wanted: Set<Place>,
  rows: EventRow[],
  whole: WholeCounts,
): Promise<SourceSlice> {
  const places = new Set(wanted)
  // The passages around one tell of what it speaks of.
  for (const place of wanted) for (const one of [place - 1, place + 1]) places.add(one)
  for (const row of rows) for (const place of [...row.places, ...row.replies]) places.add(place)
  const { found, documents } = await readPassages(open, [...places])
  const ids = new Set(found.map(({ passage }) => passage.id))
  const events = rows.flatMap(({ event }) => keepPart(event, ids))
  const partly = rows.filter(
    ({ event, whole: held }) => !held || event.passages.some((id) => !ids.has(id)),
  )
  return {
    index: {
      schemaVersion: 1,
      documents: describeDocuments(open, documents, found),
      entities: await withConflicts(open, queries),
      passages: found.map(({ passage }) => passage),
      events: events.toSorted(byDate),
    },
    whole: {
      ...whole,
      told: Object.fromEntries(partly.map(({ event, told }) => [event.id, told])),
    },
  }
}

/** Passages whose packs are on, with their documents. */
async function readPassages(
  { kept, made, packs }: Open,
  places: Place[],
): Promise<{ found: PassageRow[]; documents: DocumentRow[] }> {
  const valid = places.filter((place) => place >= MOST_PASSAGES).toSorted((a, b) => a - b)
  const documents = kept.transaction('documents').store
  const store = made.transaction('passages').store
  const numbers = [...new Set(valid.map(documentAt))]
  const [owners, ...runs] = await Promise.all([
    Promise.all(numbers.map((number) => documents.get(number))),
    ...runsOf(valid).map(([first, last]) => store.getAll(IDBKeyRange.bound(first, last))),
  ])
  const nos = new Set(packs.map(({ no }) => no))
  const on = owners.flatMap((row) => (row && nos.has(row.pack) ? [row] : []))
  const counting = new Set(on.map(({ number }) => number))
  const found = runs.flat().filter(({ place }) => counting.has(documentAt(place)))
  const named = new Set(found.map(({ place }) => documentAt(place)))
  return { found, documents: on.filter(({ number }) => named.has(number)) }
}

/** Places in a row are read at once. */
function runsOf(sorted: Place[]): [first: Place, last: Place][] {
  const runs: [Place, Place][] = []
  for (const place of sorted) {
    const run = runs.at(-1)
    if (run && place === run[1] + 1) run[1] = place
    else runs.push([place, place])
  }
  return runs
}

/** An event with what of its evidence is at hand and counts; none without any. */
export function keepPart(event: SourceEvent, ids: ReadonlySet<string>): SourceEvent[] {
  const has = (id: string) => ids.has(id)
  const passages = event.passages.filter(has)
  if (passages.length === 0) return []
  const conflicts = event.conflicts.flatMap(({ field, readings }) => {
    const kept = readings
      .map(({ value, passages: told }) => ({ value, passages: told.filter(has) }))
      .filter(({ passages: told }) => told.length > 0)
    return kept.length > 1 ? [{ field, readings: kept }] : []
  })
  return [{ ...event, passages, replies: event.replies.filter(has), conflicts }]
}

/** Documents with as much of their outline as the passages at hand stand in. */
function describeDocuments(
  { packs, seen }: Open,
  documents: DocumentRow[],
  rows: PassageRow[],
): SourceDocument[] {
  const outlines = Map.groupBy(rows, ({ place }) => documentAt(place))
  return documents
    .map((row) => {
      const paragraphs = (outlines.get(row.number) ?? []).flatMap(
        ({ paragraph }) => paragraph ?? [],
      )
      const distinct = new Map(paragraphs.map((one) => [one.start, one]))
      return toDocument(row, packs, [...distinct.values()], seen)
    })
    .toSorted((a, b) => Number(a.file > b.file) - Number(a.file < b.file))
}

/** Companies with what the sources say differently of their owners, where they are asked about. */
async function withConflicts(open: Open, queries: ContextQuery[]): Promise<Entity[]> {
  const asked = new Set(queries.flatMap(({ company }) => company ?? []))
  const conflicts = new Map(
    await Promise.all([...asked].map(async (id) => [id, await readOwnership(open, id)] as const)),
  )
  return open.entities.map((entity) => {
    const own = conflicts.get(entity.id) ?? []
    return own.length === 0 && entity.conflicts.length === 0
      ? entity
      : { ...entity, conflicts: own }
  })
}

async function readOwnership({ kept, made, packs }: Open, company: string) {
  const index = made.transaction('ownership').store.index('company')
  const rows = await index.getAll(company, MOST_READINGS)
  const documents = kept.transaction('documents').store
  const owners = await Promise.all(rows.map(({ number }) => documents.get(number)))
  const on = new Set(packs.map(({ no }) => no))
  const readings = rows
    .filter((_, at) => on.has(owners[at]?.pack ?? 0))
    .map(({ reading }) => reading as Reading)
  const conflict = toConflict('ownership', readings)
  return conflict ? [conflict] : []
}

function byDate(a: SourceEvent, b: SourceEvent): number {
  const [one, two] = [a, b].map((event) => event.date?.value ?? '9999')
  return (
    Number((one ?? '') > (two ?? '')) - Number((one ?? '') < (two ?? '')) ||
    Number(a.id > b.id) - Number(a.id < b.id)
  )
}
