import { BUNDLED, type KeptDocument, type KeptState, type PackId } from '../../core/packs/pack.ts'
import { say } from '../../core/words.ts'
import { readChange, type DocumentRow, type KeptDb, type PackRow } from './kept-db.ts'
import { hasKept } from './has-kept.ts'
import { eraseDocument, toKept } from './library-documents.ts'
import { writeKept } from './library-packs.ts'
import type { DoneRow } from './made-db.ts'
import type { FailedDocument, LibraryState, PackSummary, StorageUse } from './source-library.ts'
import { estimateStorage } from './own-storage.ts'
import { openStores } from './stores.ts'

/** The browser's share that is used when it is time to say so. */
const NEARLY_FULL = 0.8
/** Failed documents that are named. */
const MOST_NAMED = 100

/** What the worker reports of a failure, in words. */
const FAILURES = {
  textMissing: 'library_textMissing',
  textDamaged: 'library_textDamaged',
  noSentence: 'library_noSentence',
  unreadable: 'library_unreadable',
} as const

export async function readLibrary(): Promise<LibraryState> {
  const storage = await readStorage()
  if (!(await hasKept())) {
    const queue = { waiting: 0, done: 0, all: 0, joining: false, failed: [] }
    return { packs: [EMPTY_BUNDLED], queue, storage }
  }
  const { kept, made } = await openStores()
  const [packs, done, failed, run, rebuilding, madeOf, change] = await Promise.all([
    kept.getAll('packs'),
    made.getAllKeys('done'),
    made.getAllFromIndex('done', 'failed'),
    made.get('meta', 'run') as Promise<{ done: number; all: number } | undefined>,
    made.get('meta', 'rebuilding'),
    made.get('meta', 'change'),
    readChange(kept),
  ])
  const dealtWith = new Set(done)
  const summaries = await Promise.all(packs.map((pack) => summarise(kept, pack, dealtWith, failed)))
  const lost = failed.filter((row) => row.failed?.startsWith('text'))
  const waiting = summaries.reduce((sum, pack) => sum + pack.waiting, 0)
  return {
    packs: summaries.toSorted(inOrder),
    queue: {
      waiting,
      done: waiting === 0 ? 0 : (run?.done ?? 0),
      all: waiting === 0 ? 0 : Math.max(waiting, run?.all ?? 0),
      joining: waiting === 0 && done.length > 0 && madeOf !== change,
      failed: await nameFailed(kept, failed.slice(0, MOST_NAMED)),
    },
    storage,
    ...(rebuilding === true
      ? { fault: { name: 'rebuilding' } as const }
      : lost.length > 0 && { fault: { name: 'lost', documents: lost.length } as const }),
  }
}

const EMPTY_BUNDLED: PackSummary = {
  id: BUNDLED,
  name: '',
  on: true,
  created: 0,
  names: { entities: [], choices: [] },
  documents: 0,
  waiting: 0,
  failed: 0,
}

/** Counts by keys: ten thousand documents are not read to say how many they are. */
async function summarise(
  kept: KeptDb,
  { no, ...pack }: PackRow,
  done: ReadonlySet<number>,
  failed: DoneRow[],
): Promise<PackSummary> {
  const own = await kept.getAllKeysFromIndex('documents', 'pack', IDBKeyRange.bound([no], [no, []]))
  return {
    ...pack,
    documents: own.length,
    waiting: own.filter((number) => !done.has(number)).length,
    failed: failed.filter((row) => row.pack === no).length,
  }
}

async function nameFailed(kept: KeptDb, failed: DoneRow[]): Promise<FailedDocument[]> {
  const rows = await Promise.all(failed.map(({ number }) => kept.get('documents', number)))
  return failed.flatMap((one, at) => {
    const row = rows[at]
    return row ? [{ number: row.number, title: row.title ?? row.file, why: sayFailure(one) }] : []
  })
}

function inOrder(a: PackSummary, b: PackSummary): number {
  const rank = ({ id, deleted }: PackSummary) =>
    id === BUNDLED ? 0 : deleted === undefined ? 1 : 2
  return rank(a) - rank(b) || a.name.localeCompare(b.name)
}

function sayFailure(row: DoneRow | undefined): string {
  const known = Object.entries(FAILURES).find(([name]) => name === row?.failed)
  return say(known?.[1] ?? 'library_unreadable')
}

async function readStorage(): Promise<StorageUse> {
  const { usage = 0, quota, persisted } = await estimateStorage()
  const nearlyFull = quota !== undefined && usage > NEARLY_FULL * quota
  return { used: usage, ...(quota !== undefined && { quota }), nearlyFull, persisted }
}

export async function listKept(pack: PackId, from: number, count: number): Promise<KeptDocument[]> {
  if (!(await hasKept())) return []
  const { kept } = await openStores()
  const packs = await kept.getAll('packs')
  const no = packs.find(({ id }) => id === pack)?.no
  if (no === undefined) return []
  const keys = await kept.getAllKeysFromIndex(
    'documents',
    'pack',
    IDBKeyRange.bound([no], [no, []]),
  )
  const wanted = keys.toReversed().slice(from, from + count)
  const rows = await Promise.all(wanted.map((number) => kept.get('documents', number)))
  return withStates(
    rows.flatMap((row) => row ?? []),
    packs,
  )
}

export async function findKept(id: string): Promise<KeptDocument | undefined> {
  if (!(await hasKept())) return undefined
  const { kept } = await openStores()
  const [row] = await kept.getAllFromIndex('documents', 'id', id)
  const [found] = row ? await withStates([row], await kept.getAll('packs')) : []
  return found
}

/** Documents with how far each is, and its outline where it is ready. */
export async function withStates(rows: DocumentRow[], packs: PackRow[]): Promise<KeptDocument[]> {
  const { made } = await openStores()
  return Promise.all(
    rows.map(async (row) => {
      const done = await made.get('done', row.number)
      const outline = await made.get('outlines', done?.copyOf ?? row.number)
      const kept = toKept(row, packs)
      const paragraphs = outline?.paragraphs ?? []
      const document = { ...kept.document, paragraphs }
      return { ...kept, document, state: stateOf(done), ...(done && { passages: done.passages }) }
    }),
  )
}

function stateOf(done: DoneRow | undefined): KeptState {
  if (!done) return { name: 'waiting' }
  return done.failed === undefined ? { name: 'ready' } : { name: 'failed', why: sayFailure(done) }
}

/** Only what was added and is not ready goes. */
export async function cancelQueue(): Promise<number> {
  const { made } = await openStores()
  const done = new Set(await made.getAllKeys('done'))
  return writeKept(async (writing) => {
    const numbers = await writing.objectStore('documents').getAllKeys()
    const waiting = numbers.filter((number) => !done.has(number))
    for (const number of waiting) await eraseDocument(writing, number)
    return waiting.length
  })
}

export async function retryFailed(pack: PackId): Promise<void> {
  const { kept, made } = await openStores()
  const no = (await kept.getFromIndex('packs', 'id', pack))?.no
  const rows = no === undefined ? [] : await made.getAllFromIndex('done', 'pack', no)
  for (const { number, failed } of rows) if (failed !== undefined) await made.delete('done', number)
  await writeKept(async () => undefined)
}
