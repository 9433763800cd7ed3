import type { IDBPTransaction } from 'idb'
import type { AgencyTree } from '../../core/context/agency-tree.ts'
import {
  codeOf,
  documentsNaming,
  MOST_PASSAGES,
  placeOf,
  segmentOf,
  withCodes,
  withoutCodes,
  type Postings,
} from '../../core/packs/postings.ts'
import { entitiesOf, termsOfHeading, termsOfPassage } from '../../core/packs/terms-of.ts'
import { NO_SUMS, type PackSums } from '../../extension/sources/count-whole.ts'
import type {
  DoneRow,
  MadeSchema,
  MadeStore,
  OutlineRow,
  PassageRow,
} from '../../extension/sources/made-db.ts'
import type { ReadDocument } from './read-document.ts'

export type MadeWriting = IDBPTransaction<MadeSchema, MadeStore[], 'readwrite'>

/** Everything that documents add to the lists: codes by pack, term and segment, and counts. */
type Lists = { codes: Map<string, ListOf>; counts: Map<string, CountOf> }
type ListOf = { key: [number, string, number]; codes: number[] }
type CountOf = { key: [number, string]; count: number }

type Listed = { number: number; pack: number; passages: PassageRow[]; outline: OutlineRow }

/** Writes what was read of some documents; what their numbers had before must be gone. */
export async function writeDocuments(
  writing: MadeWriting,
  read: ReadDocument[],
  tree: AgencyTree,
  rules: string,
): Promise<void> {
  const store = <Name extends MadeStore>(name: Name) => writing.objectStore(name)
  const waiting: Promise<unknown>[] = []
  for (const { row, outline, passages, tied, denials, ownership } of read) {
    const { number, pack } = row
    const length = passages.reduce((sum, one) => sum + one.length, 0)
    const published = row.published.value
    const done = { number, pack, on: false, rules, passages: passages.length, length, published }
    waiting.push(store('done').put(done), store('outlines').put(outline))
    for (const one of passages) waiting.push(store('passages').put(one))
    for (const [sort, told] of tied) waiting.push(store('claims').put({ number, sort, pack, told }))
    for (const one of denials) waiting.push(store('denials').put({ ...one, number, pack }))
    for (const one of ownership) waiting.push(store('ownership').put({ ...one, number }))
  }
  const listed = read.map(({ row, ...rest }) => ({ number: row.number, pack: row.pack, ...rest }))
  const lists = listTerms(listed, tree)
  waiting.push(changeLists(writing, lists, withCodes))
  waiting.push(changeCounts(writing, lists, 1))
  const sums = read.map(({ row, passages }) => ({
    pack: row.pack,
    documents: 1,
    passages: passages.length,
    length: passages.reduce((sum, one) => sum + one.length, 0),
  }))
  waiting.push(changeSums(writing, sums, 1))
  await Promise.all(waiting)
}

/** Takes out what was written for some documents; their events are the caller's to mend. */
export async function eraseDocuments(
  writing: MadeWriting,
  rows: DoneRow[],
  tree: AgencyTree,
): Promise<void> {
  const listed = await Promise.all(rows.map((row) => readListed(writing, row)))
  const lists = listTerms(
    listed.flatMap((one) => one ?? []),
    tree,
  )
  const sums = rows.map((row) => ({ ...row, documents: row.published === undefined ? 0 : 1 }))
  await Promise.all([
    changeLists(writing, lists, (old, _segment, codes) => old && withoutCodes(old, codes)),
    changeCounts(writing, lists, -1),
    changeSums(writing, sums, -1),
    ...rows.map(({ number }) => eraseRows(writing, number)),
  ])
}

/** The keys of all that stands in one document. */
export function placesOf(number: number): IDBKeyRange {
  return IDBKeyRange.bound(placeOf(number, 0), placeOf(number, MOST_PASSAGES - 1))
}

async function eraseRows(writing: MadeWriting, number: number): Promise<void> {
  const places = placesOf(number)
  const owned = await writing.objectStore('ownership').index('number').getAllKeys(number)
  await Promise.all([
    writing.objectStore('done').delete(number),
    writing.objectStore('outlines').delete(number),
    writing.objectStore('passages').delete(places),
    writing.objectStore('denials').delete(places),
    writing.objectStore('claims').delete(IDBKeyRange.bound([number], [number, []])),
    ...owned.map((key) => writing.objectStore('ownership').delete(key)),
  ])
}

async function readListed(
  writing: MadeWriting,
  { number, pack }: DoneRow,
): Promise<Listed | undefined> {
  const places = placesOf(number)
  const [outline, passages] = await Promise.all([
    writing.objectStore('outlines').get(number),
    writing.objectStore('passages').getAll(places),
  ])
  return outline && { number, pack, passages, outline }
}

function listTerms(documents: Listed[], tree: AgencyTree): Lists {
  const lists: Lists = { codes: new Map(), counts: new Map() }
  for (const { number, pack, passages, outline } of documents) {
    const segment = segmentOf(number)
    for (const { passage, place } of passages)
      for (const term of termsOfPassage(passage, tree).terms) {
        addCode(lists, [pack, term, segment], codeOf(place))
        count(lists, [pack, term])
      }
    for (const term of termsOfHeading(outline.heading))
      addCode(lists, [pack, term, segment], codeOf(placeOf(number, 0)))
    const all = passages.map(({ passage }) => passage)
    for (const id of entitiesOf(all, tree)) count(lists, [pack, documentsNaming(id)])
  }
  return lists
}

function addCode({ codes }: Lists, key: ListOf['key'], code: number): void {
  const name = key.join('\u0000')
  const found = codes.get(name)
  if (found) found.codes.push(code)
  else codes.set(name, { key, codes: [code] })
}

function count({ counts }: Lists, key: CountOf['key']): void {
  const name = key.join('\u0000')
  const found = counts.get(name)
  if (found) found.count++
  else counts.set(name, { key, count: 1 })
}

async function changeLists(
  writing: MadeWriting,
  { codes }: Lists,
  change: (old: Postings | undefined, segment: number, codes: number[]) => Postings | undefined,
): Promise<void> {
  const store = writing.objectStore('postings')
  await Promise.all(
    [...codes.values()].map(async ({ key, codes: own }) => {
      const next = change(await store.get(key), key[2], own)
      await (next ? store.put(next, key) : store.delete(key))
    }),
  )
}

async function changeSums(
  writing: MadeWriting,
  rows: (PackSums & { pack: number })[],
  sign: 1 | -1,
): Promise<void> {
  const store = writing.objectStore('meta')
  for (const [pack, own] of Map.groupBy(rows, (row) => row.pack)) {
    const key = `pack ${pack}`
    const old = ((await store.get(key)) as PackSums | undefined) ?? NO_SUMS
    const sum = (count: (row: PackSums) => number) =>
      sign * own.reduce((all, row) => all + count(row), 0)
    const next = {
      documents: old.documents + sum((row) => row.documents),
      passages: old.passages + sum((row) => row.passages),
      length: old.length + sum((row) => row.length),
    }
    await store.put(next, key)
  }
}

async function changeCounts(writing: MadeWriting, { counts }: Lists, sign: 1 | -1): Promise<void> {
  const store = writing.objectStore('terms')
  await Promise.all(
    [...counts.values()].map(async ({ key, count: own }) => {
      const next = ((await store.get(key)) ?? 0) + sign * own
      if (next <= 0) await store.delete(key)
      else await store.put(next, key)
    }),
  )
}
