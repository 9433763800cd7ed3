import type { AgencyTree } from '../../core/context/agency-tree.ts'
import type { SourceSlice, WholeCounts } from '../../core/context/context-source.ts'
import type { ContextQuery } from '../../core/context/context.ts'
import { readTerms } from '../../core/context/rank.ts'
import type { Act } from '../../core/context/read-acts.ts'
import { toConflict, type Reading } from '../../core/context/reading.ts'
import { runsFor } from '../../core/packs/event-keys.ts'
import { documentAt, MOST_PASSAGES, type Place } from '../../core/packs/postings.ts'
import type { Entity, SourceDocument, SourceEvent } from '../../core/source-index.ts'
import { countWhole } from './count-whole.ts'
import { findPlaces } from './find-places.ts'
import type { DocumentRow, KeptDb, PackRow } from './kept-db.ts'
import type { EventRow, MadeDb, PassageRow } from './made-db.ts'
import { toDocument } from './to-document.ts'

/** What a slice is gathered from: packs that are on, with the names that they bring. */
export type Open = {
  kept: KeptDb
  made: MadeDb
  packs: PackRow[]
  /** What was added after this moment is new. */
  seen: number
  entities: Entity[]
  tree: AgencyTree
  readAct: (sentence: string) => Act
}

/** Passages by their words, for one question; what is shown is five of them. */
const MOST_PLACES = 60
/** Passages of one event: the clearest, which the card shows, and enough to tell how it is told. */
const MOST_EVIDENCE = 6
const MOST_REPLIES = 4
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
  const index = made.transaction('events').store.index('places')
  const telling = await Promise.all(places.map((place) => index.getAll(place)))
  return { places, events: [...runs, ...telling].flat() }
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
  for (const row of rows) {
    for (const place of row.places.slice(0, MOST_EVIDENCE)) places.add(place)
    for (const place of row.replies.slice(0, MOST_REPLIES)) places.add(place)
  }
  const found = await readPassages(open, [...places])
  const ids = new Set(found.map(({ passage }) => passage.id))
  const numbers = [...new Set(found.map(({ place }) => documentAt(place)))]
  const events = rows.flatMap(({ event }) => keepPart(event, ids))
  const partly = rows.filter(({ event }) => event.passages.some((id) => !ids.has(id)))
  return {
    index: {
      schemaVersion: 1,
      documents: await readDocuments(open, numbers, found),
      entities: await withConflicts(open, queries),
      passages: found.map(({ passage }) => passage),
      events: events.toSorted(byDate),
    },
    whole: {
      ...whole,
      told: Object.fromEntries(partly.map(({ event, numbers }) => [event.id, numbers.length])),
    },
  }
}

async function readPassages({ kept, made, packs }: Open, places: Place[]): Promise<PassageRow[]> {
  const valid = places.filter((place) => place >= MOST_PASSAGES).toSorted((a, b) => a - b)
  const store = made.transaction('passages').store
  const rows = (await Promise.all(valid.map((place) => store.get(place)))).flatMap(
    (row) => row ?? [],
  )
  const nos = new Set(packs.map(({ no }) => no))
  const documents = kept.transaction('documents').store
  const numbers = [...new Set(rows.map(({ place }) => documentAt(place)))]
  const owners = await Promise.all(numbers.map((number) => documents.get(number)))
  const on = new Set(owners.flatMap((one) => (one && nos.has(one.pack) ? [one.number] : [])))
  return rows.filter(({ place }) => on.has(documentAt(place)))
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
async function readDocuments(
  { kept, packs, seen }: Open,
  numbers: number[],
  rows: PassageRow[],
): Promise<SourceDocument[]> {
  const store = kept.transaction('documents').store
  const found = await Promise.all(numbers.map((number) => store.get(number)))
  const outlines = Map.groupBy(rows, ({ place }) => documentAt(place))
  return found
    .flatMap((row: DocumentRow | undefined) => row ?? [])
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
  return open.entities.map((entity) => ({ ...entity, conflicts: conflicts.get(entity.id) ?? [] }))
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
