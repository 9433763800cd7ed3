import {
  isOn,
  type DocumentRow,
  type KeptDb,
  type PackRow,
} from '../../extension/sources/kept-db.ts'
import { MADE_STORES, type DoneRow, type MadeDb } from '../../extension/sources/made-db.ts'
import type { Reading } from './knowledge-for.ts'
import { joinRegion, type Changed } from './join-region.ts'
import { planWork, type Work } from './plan-work.ts'
import { readDocument, type ReadDocument } from './read-document.ts'
import { eraseDocuments, writeDocuments, type MadeWriting } from './write-documents.ts'

/** Documents that are written in one go; together they fill a segment. */
const BATCH = 64
/** Characters in one go: a book alone, not sixty-four of them. */
const BATCH_LENGTH = 2_000_000
/** With more documents than this, all events are made at the end: region by region takes longer. */
const MANY = 256

export type Progress = { done: number; all: number }

/** Why nothing could be made of a document; the library puts it into words. */
export type Failure = 'textMissing' | 'textDamaged' | 'noSentence' | 'unreadable'

/**
 * Brings what is made up to what is kept, in steps that each stand for themselves: it can break off
 * anywhere, and goes on from there. Answers whether there was anything to do.
 */
export async function makeIndex(
  kept: KeptDb,
  made: MadeDb,
  reading: Reading,
  tell: (progress: Progress) => void,
): Promise<boolean> {
  const [documents, packs, done] = await Promise.all([
    kept.getAll('documents'),
    kept.getAll('packs'),
    made.getAll('done'),
  ])
  const work = planWork(documents, packs, done, reading.rules)
  const steps = countSteps(work)
  if (steps === 0) return false
  const on = new Set(packs.filter(isOn).map(({ no }) => no))
  const run: Run = { kept, made, reading, on, many: false, done: 0, all: steps, tell }
  await eraseAll(run, work.erase)
  await noteCopies(run, work)
  await readAll(run, work.read)
  await joinAll(run, packs)
  return true
}

type Run = {
  kept: KeptDb
  made: MadeDb
  reading: Reading
  on: Set<number>
  many: boolean
  tell: (progress: Progress) => void
} & Progress

function countSteps({ erase, read, join, copies }: Work): number {
  return erase.length + read.length + join.length + copies.length
}

async function advance(run: Run, count: number): Promise<void> {
  run.done += count
  const progress = { done: run.done, all: run.all }
  await run.made.put('meta', progress, 'run')
  run.tell(progress)
}

async function write(made: MadeDb, work: (writing: MadeWriting) => Promise<void>): Promise<void> {
  const writing = made.transaction(MADE_STORES, 'readwrite')
  try {
    await work(writing)
  } catch (fault) {
    // What was half written must not stay.
    writing.abort()
    await writing.done.catch(() => undefined)
    throw fault
  }
  await writing.done
}

async function eraseAll(run: Run, rows: DoneRow[]): Promise<void> {
  for (const batch of chunks(rows)) {
    const gone = new Set(batch.map(({ number }) => number))
    await write(run.made, async (writing) => {
      await joinSorts(writing, run, { numbers: [...gone], isOn: (number) => !gone.has(number) })
      await eraseDocuments(writing, batch, run.reading.tree)
    })
    await advance(run, batch.length)
  }
}

async function noteCopies(run: Run, { copies }: Work): Promise<void> {
  const { rules } = run.reading
  await write(run.made, async (writing) => {
    for (const { row, of } of copies) {
      const { number, pack } = row
      const copy = { number, pack, on: true, rules, passages: 0, length: 0, copyOf: of }
      await writing.objectStore('done').put(copy)
    }
  })
  if (copies.length > 0) await advance(run, copies.length)
}

async function readAll(run: Run, rows: DocumentRow[]): Promise<void> {
  run.many = rows.length > MANY
  let waiting: (DocumentRow & { text: string | undefined })[] = []
  let length = 0
  const flush = async () => {
    if (waiting.length > 0) await readBatch(run, waiting)
    waiting = []
    length = 0
  }
  for (const row of rows) {
    const text = (await run.kept.get('texts', row.number))?.text
    waiting.push({ ...row, text })
    length += text?.length ?? 0
    if (waiting.length >= BATCH || length >= BATCH_LENGTH) await flush()
  }
  await flush()
}

async function readBatch(
  run: Run,
  rows: (DocumentRow & { text: string | undefined })[],
): Promise<void> {
  const { reading, on, many } = run
  const read: ReadDocument[] = []
  const failed: DoneRow[] = []
  for (const { text, ...row } of rows) {
    const result = await tryReading(row, text, reading)
    if (typeof result === 'string') failed.push(failedRow(row, reading.rules, result))
    else read.push(result)
  }
  await write(run.made, async (writing) => {
    await writeDocuments(writing, read, reading.tree, reading.rules)
    for (const row of failed) await writing.objectStore('done').put(row)
    if (many) return
    const numbers = read.filter(({ row }) => on.has(row.pack)).map(({ row }) => row.number)
    await joinSorts(writing, run, { numbers, isOn: await onlyOn(writing, on) })
    await setOn(writing, numbers, true)
  })
  await advance(run, rows.length)
}

async function tryReading(
  row: DocumentRow,
  text: string | undefined,
  { knowledge, tree, hash }: Reading,
): Promise<ReadDocument | Failure> {
  if (text === undefined) return 'textMissing'
  if ((await hash(text)) !== row.sha256) return 'textDamaged'
  try {
    const read = readDocument(row, text, knowledge, tree)
    return read.passages.length > 0 ? read : 'noSentence'
  } catch (fault) {
    console.error('Source Context could not read a document.', fault)
    return 'unreadable'
  }
}

function failedRow({ number, pack }: DocumentRow, rules: string, failed: Failure): DoneRow {
  return { number, pack, on: false, rules, passages: 0, length: 0, failed }
}

/** Which documents count for events: read, and of a pack that is on. */
async function onlyOn(writing: MadeWriting, on: Set<number>): Promise<Changed['isOn']> {
  const rows = await writing.objectStore('done').getAll()
  const numbers = new Set(rows.filter(({ pack }) => on.has(pack)).map(({ number }) => number))
  return (number) => numbers.has(number)
}

async function joinSorts(writing: MadeWriting, { reading }: Run, changed: Changed): Promise<void> {
  const keys = await Promise.all(
    changed.numbers.map((number) =>
      writing.objectStore('claims').getAllKeys(IDBKeyRange.bound([number], [number, []])),
    ),
  )
  // A denial without a claim answers warnings told elsewhere.
  const sorts = new Set([...keys.flat().map(([, sort]) => sort), 'warn'])
  for (const sort of sorts) await joinRegion(writing, sort, changed, reading)
}

async function setOn(writing: MadeWriting, numbers: number[], on: boolean): Promise<void> {
  const store = writing.objectStore('done')
  for (const number of numbers) {
    const row = await store.get(number)
    if (row) await store.put({ ...row, on })
  }
}

/** Events of documents that are read, and whose packs were switched. */
async function joinAll(run: Run, packs: PackRow[]): Promise<void> {
  const { made, on } = run
  const rows = (await made.getAll('done')).filter(
    (row) => row.copyOf === undefined && row.failed === undefined && row.on !== on.has(row.pack),
  )
  const isWhole = rows.length > MANY
  const isOnPack = new Set(packs.filter(isOn).map(({ no }) => no))
  if (isWhole) await joinWhole(run, isOnPack)
  for (const batch of chunks(rows)) {
    await write(made, async (writing) => {
      const numbers = batch.map(({ number }) => number)
      if (!isWhole) await joinSorts(writing, run, { numbers, isOn: await onlyOn(writing, on) })
      for (const row of batch) await setOn(writing, [row.number], on.has(row.pack))
    })
    await advance(run, isWhole ? 0 : batch.length)
  }
}

async function joinWhole({ made, reading }: Run, on: Set<number>): Promise<void> {
  const sorts = new Set<string>()
  for (const store of ['claims', 'events'] as const) {
    const index = made.transaction(store).store.index('sort')
    for (
      let cursor = await index.openKeyCursor(null, 'nextunique');
      cursor;
      cursor = await cursor.continue()
    )
      sorts.add(String(cursor.key))
  }
  for (const sort of sorts)
    await write(made, async (writing) =>
      joinRegion(writing, sort, { numbers: [], isOn: await onlyOn(writing, on) }, reading, true),
    )
}

function chunks<Item>(items: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  )
}
