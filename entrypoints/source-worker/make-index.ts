import {
  isOn,
  type DocumentRow,
  type KeptDb,
  type PackRow,
} from '../../extension/sources/kept-db.ts'
import { CHECKED, MADE_STORES, type DoneRow, type MadeDb } from '../../extension/sources/made-db.ts'
import type { Reading } from './knowledge-for.ts'
import { joinAll, joinSorts, onlyOn, setOn } from './join-documents.ts'
import { loadWork, settledMark } from './load-work.ts'
import type { Work } from './plan-work.ts'
import { readDocument, type ReadDocument } from './read-document.ts'
import { advance, BATCH, chunks, MANY, write, type Progress, type Run } from './run.ts'
import { eraseDocuments, writeDocuments } from './write-documents.ts'

/** Characters in one go: a book alone, not sixty-four of them. */
const BATCH_LENGTH = 2_000_000

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
  const packs = await kept.getAll('packs')
  const work = await loadWorthwhile(kept, made, packs, reading.rules)
  const settled = settledMark(reading.rules, packs)
  const steps = countSteps(work)
  if (steps === 0) {
    await made.put('meta', settled, 'settled')
    return false
  }
  // What breaks off from here on is found by comparing everything.
  await made.delete('meta', 'settled')
  const on = new Set(packs.filter(isOn).map(({ no }) => no))
  const run: Run = { kept, made, reading, on, many: false, done: 0, all: steps, tell }
  await eraseAll(run, work.erase)
  await noteCopies(run, work)
  await readAll(run, work.read)
  await joinAll(run, work.join)
  await made.put('meta', settled, 'settled')
  return true
}

/** Where most of what is made would be taken out piece by piece, it is emptied at once instead. */
async function loadWorthwhile(
  kept: KeptDb,
  made: MadeDb,
  packs: PackRow[],
  rules: string,
): Promise<Work> {
  const work = await loadWork(kept, made, packs, rules)
  const { length } = work.erase
  if (length <= MANY || length * 2 <= (await made.count('done'))) return work
  await write(made, async (writing) => {
    await Promise.all(MADE_STORES.map((name) => writing.objectStore(name).clear()))
    await writing.objectStore('meta').put(true, CHECKED)
  })
  return loadWork(kept, made, packs, rules)
}

function countSteps({ erase, read, join, copies }: Work): number {
  return erase.length + read.length + join.length + copies.length
}

async function eraseAll(run: Run, rows: DoneRow[]): Promise<void> {
  for (const batch of chunks(rows)) {
    const gone = new Set(batch.map(({ number }) => number))
    await write(run.made, async (writing) => {
      await joinSorts(writing, run, {
        numbers: [...gone],
        isOn: ({ number, pack }) => run.on.has(pack) && !gone.has(number),
      })
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
  let joinAt = MANY
  let read = 0
  let waiting: (DocumentRow & { text: string | undefined })[] = []
  let length = 0
  const flush = async () => {
    if (waiting.length > 0) await readBatch(run, waiting)
    read += waiting.length
    waiting = []
    length = 0
    // Events show while an import goes on, and joining all of them costs no more than twice the last time.
    if (!run.many || read < joinAt) return
    joinAt = read * 2
    await joinAll(run)
  }
  for (const row of rows) {
    const text = (await run.kept.get('texts', row.number))?.text
    waiting.push({ ...row, text })
    length += text?.length ?? 0
    if (waiting.length >= BATCH || length >= BATCH_LENGTH) await flush()
  }
  await flush()
  if (run.many) await joinAll(run)
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
    await joinSorts(writing, run, { numbers, isOn: onlyOn(on) })
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
