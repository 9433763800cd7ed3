import { ancestors, type AgencyTree } from '../../core/context/agency-tree.ts'
import { documentsNaming, namedIn, placesIn, type Place } from '../../core/packs/postings.ts'
import type { MadeDb } from './made-db.ts'

/** In how many passages of some packs each term stands. */
export async function readCounts(
  made: MadeDb,
  packs: number[],
  terms: string[],
): Promise<Map<string, number>> {
  const store = made.transaction('terms').store
  const counts = await Promise.all(
    terms.map(async (term) => {
      const all = await Promise.all(packs.map((pack) => store.get([pack, term])))
      return [term, all.reduce<number>((sum, one) => sum + (one ?? 0), 0)] as const
    }),
  )
  return new Map(counts)
}

/** What an entity's naming is counted by, parts counted as the whole. */
export async function readNaming(
  made: MadeDb,
  packs: number[],
  ids: string[],
): Promise<Record<string, { documents: number; passages: number }>> {
  const terms = ids.flatMap((id) => [documentsNaming(id), namedIn(id)])
  const counts = await readCounts(made, packs, terms)
  return Object.fromEntries(
    ids.map((id) => [
      id,
      {
        documents: counts.get(documentsNaming(id)) ?? 0,
        passages: counts.get(namedIn(id)) ?? 0,
      },
    ]),
  )
}

/** Of each term its places in some packs, in no order. */
export function readPlaces(made: MadeDb, packs: number[], terms: string[]): Promise<Place[][]> {
  const { store } = made.transaction('postings')
  return Promise.all(
    terms.map(async (term) => {
      const lists = await Promise.all(
        packs.map((pack) => store.getAll(IDBKeyRange.bound([pack, term], [pack, term, []]))),
      )
      return lists.flat().flatMap(placesIn)
    }),
  )
}

/** So many places are read for one question at most: the rarest terms of its sentence tell the most. */
const MOST_READ = 20_000

/**
 * The places that share the most with some terms, best first: each term by how rare it is. Terms that
 * are everywhere only help to choose among others, and are left out where there are enough.
 */
export async function findPlaces(
  made: MadeDb,
  packs: number[],
  terms: Map<string, number>,
  total: number,
  most: number,
): Promise<Place[]> {
  const rarest = [...terms].filter(([, count]) => count > 0).toSorted(([, a], [, b]) => a - b)
  const chosen: [string, number][] = []
  let read = 0
  for (const [term, count] of rarest) {
    if (chosen.length > 0 && read + count > MOST_READ) break
    chosen.push([term, count])
    read += count
  }
  const worth = new Map<Place, number>()
  const lists = await readPlaces(
    made,
    packs,
    chosen.map(([term]) => term),
  )
  for (const [at, [term, count]] of chosen.entries()) {
    const weight = Math.log(1 + total / count) * (term.startsWith('*') ? 0.5 : 1)
    for (const place of lists[at] ?? []) worth.set(place, (worth.get(place) ?? 0) + weight)
  }
  return [...worth]
    .toSorted(([a, x], [b, y]) => y - x || a - b)
    .slice(0, most)
    .map(([place]) => place)
}

/** The agencies of a question, and what they are part of. */
export function withWholes(tree: AgencyTree, ids: string[]): string[] {
  return [...new Set(ids.flatMap((id) => ancestors(tree, id)))]
}
