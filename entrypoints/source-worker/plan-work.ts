import { isOn, type DocumentRow, type PackRow } from '../../extension/sources/kept-db.ts'
import type { DoneRow } from '../../extension/sources/made-db.ts'

/** What lies between what is kept and what was made of it. */
export type Work = {
  /** Made, and not kept any more, or kept as a copy now, or read anew. */
  erase: DoneRow[]
  read: DocumentRow[]
  /** Read, and their packs were switched since. */
  join: DoneRow[]
  copies: { row: DocumentRow; of: number }[]
}

/**
 * Compares the two: whatever broke off in the middle, here or there, is told by the difference. Of the
 * copies of one document in several packs the first counts whose pack is on.
 */
export function planWork(
  documents: DocumentRow[],
  packs: PackRow[],
  done: DoneRow[],
  rules: string,
): Work {
  const on = new Set(packs.filter(isOn).map(({ no }) => no))
  const known = new Map(done.map((row) => [row.number, row]))
  const first = new Map<string, DocumentRow>()
  for (const row of documents) {
    const other = first.get(row.id)
    if (!other || (!on.has(other.pack) && on.has(row.pack))) first.set(row.id, row)
  }
  const work: Work = { erase: [], read: [], join: [], copies: [] }
  for (const row of documents) {
    const was = known.get(row.number)
    known.delete(row.number)
    const counts = first.get(row.id)?.number ?? row.number
    if (counts !== row.number) {
      if (was?.copyOf === counts) continue
      work.copies.push({ row, of: counts })
    } else if (was && was.copyOf === undefined && was.rules === rules) {
      if (was.on !== on.has(was.pack) && was.failed === undefined) work.join.push(was)
      continue
    } else work.read.push(row)
    if (was) work.erase.push(was)
  }
  work.erase.push(...known.values())
  return work
}
