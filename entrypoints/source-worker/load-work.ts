import {
  isOn,
  type DocumentRow,
  type KeptDb,
  type PackRow,
} from '../../extension/sources/kept-db.ts'
import type { DoneRow, MadeDb } from '../../extension/sources/made-db.ts'
import { planWork, type Work } from './plan-work.ts'

/** Under which rules, with which packs on, everything that was kept has been made. */
export function settledMark(rules: string, packs: PackRow[]): string {
  const on = packs.filter(isOn).map(({ no }) => no)
  return JSON.stringify([rules, on.toSorted((a, b) => a - b)])
}

/**
 * What is to be done. Where all was done before, under the same rules and with the same packs, only what
 * has come or gone since is read, and what has the same text as that.
 */
export async function loadWork(
  kept: KeptDb,
  made: MadeDb,
  packs: PackRow[],
  rules: string,
): Promise<Work> {
  const isSettled = (await made.get('meta', 'settled')) === settledMark(rules, packs)
  const [documents, done] = isSettled
    ? await readChanged(kept, made)
    : await Promise.all([kept.getAll('documents'), made.getAll('done')])
  return planWork(documents, packs, done, rules)
}

async function readChanged(kept: KeptDb, made: MadeDb): Promise<[DocumentRow[], DoneRow[]]> {
  const [keptKeys, doneKeys] = await Promise.all([
    kept.getAllKeys('documents'),
    made.getAllKeys('done'),
  ])
  const [known, there] = [new Set(doneKeys), new Set(keptKeys)]
  const fresh = keptKeys.filter((number) => !known.has(number))
  const gone = doneKeys.filter((number) => !there.has(number))
  // A copy of what is gone may have to stand for it now.
  const copies = await Promise.all(
    gone.map((number) => made.getAllKeysFromIndex('done', 'copyOf', number)),
  )
  const touched = await readRows(kept, [...fresh, ...copies.flat()])
  const ids = [...new Set(touched.map(({ id }) => id))]
  const same = await Promise.all(ids.map((id) => kept.getAllFromIndex('documents', 'id', id)))
  const documents = same.flat().toSorted((a, b) => a.number - b.number)
  const numbers = [...gone, ...documents.map(({ number }) => number)]
  const done = await Promise.all(numbers.map((number) => made.get('done', number)))
  return [documents, done.flatMap((row) => row ?? [])]
}

async function readRows(kept: KeptDb, numbers: number[]): Promise<DocumentRow[]> {
  const rows = await Promise.all(numbers.map((number) => kept.get('documents', number)))
  return rows.flatMap((row) => row ?? [])
}
