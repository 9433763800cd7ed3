import type { DoneRow } from '../../extension/sources/made-db.ts'
import { joinRegion, type Changed } from './join-region.ts'
import { advance, chunks, MANY, write, type Run } from './run.ts'
import type { MadeWriting } from './write-documents.ts'

/** Documents of packs that are on count for events. */
export function onlyOn(on: ReadonlySet<number>): Changed['isOn'] {
  return ({ pack }) => on.has(pack)
}

export async function joinSorts(
  writing: MadeWriting,
  { reading }: Run,
  changed: Changed,
): Promise<void> {
  const keys = await Promise.all(
    changed.numbers.map((number) =>
      writing.objectStore('claims').getAllKeys(IDBKeyRange.bound([number], [number, []])),
    ),
  )
  // A denial without a claim answers warnings told elsewhere.
  const sorts = new Set([...keys.flat().map(([, sort]) => sort), 'warn'])
  for (const sort of sorts) await joinRegion(writing, sort, changed, reading)
}

export async function setOn(writing: MadeWriting, numbers: number[], on: boolean): Promise<void> {
  const store = writing.objectStore('done')
  for (const number of numbers) {
    const row = await store.get(number)
    if (row) await store.put({ ...row, on })
  }
}

/** Events of documents that are read and do not stand in them yet, or whose packs were switched. */
export async function joinAll(run: Run, rows?: DoneRow[]): Promise<void> {
  const { made, on } = run
  const waiting = (rows ?? (await made.getAll('done'))).filter(
    (row) => row.copyOf === undefined && row.failed === undefined && row.on !== on.has(row.pack),
  )
  const isWhole = waiting.length > MANY
  if (isWhole) await joinWhole(run, on)
  for (const batch of chunks(waiting)) {
    await write(made, async (writing) => {
      const numbers = batch.map(({ number }) => number)
      if (!isWhole) await joinSorts(writing, run, { numbers, isOn: onlyOn(on) })
      for (const row of batch) await setOn(writing, [row.number], on.has(row.pack))
    })
    await advance(run, rows ? batch.length : 0)
  }
}

async function joinWhole({ made, reading }: Run, on: Set<number>): Promise<void> {
  const sorts = new Set<string>()
  for (const store of ['claims', 'tellings'] as const) {
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
      joinRegion(writing, sort, { numbers: [], isOn: onlyOn(on) }, reading, true),
    )
}
