import type { WholeCounts } from '../../core/context/context-source.ts'
import type { ContextQuery } from '../../core/context/context.ts'
import { yearsIn } from '../../core/context/event-years.ts'
import { companiesAround, queryCompanies } from '../../core/context/query-companies.ts'
import { readTerms } from '../../core/context/rank.ts'
import { actingKey, yearKey } from '../../core/packs/event-keys.ts'
import { readCounts, readNaming, withWholes } from './find-places.ts'
import type { Open } from './gather-slice.ts'
import { EVENTS, type MadeDb } from './made-db.ts'

/** What is known of the whole, as far as the questions need it. */
export async function countWhole(open: Open, queries: ContextQuery[]): Promise<WholeCounts> {
  const { made, packs, tree, readAct } = open
  const nos = packs.map(({ no }) => no)
  const terms = [...new Set(queries.flatMap(({ sentence }) => [...readTerms(sentence).keys()]))]
  const agencies = withWholes(
    tree,
    queries.flatMap(({ agency, alsoBy, sentence }) => [
      ...(agency === undefined ? [] : [agency]),
      ...(alsoBy ?? []),
      ...readAct(sentence).agencies,
    ]),
  )
  const companies = [
    ...new Set(queries.flatMap((one) => [...queryCompanies(one), ...companiesAround(one)])),
  ]
  const years = [...new Set(queries.flatMap(({ sentence }) => yearsIn(sentence)))]
  const [totals, counts, naming, keys] = await Promise.all([
    readTotals(made, nos),
    readCounts(made, nos, terms),
    readNaming(made, nos, [...agencies, ...companies]),
    readCounts(made, [EVENTS], [...agencies.map(actingKey), ...years.map(yearKey)]),
  ])
  return {
    ...totals,
    frequency: Object.fromEntries(counts),
    naming,
    acting: Object.fromEntries(agencies.map((id) => [id, keys.get(actingKey(id)) ?? 0])),
    years: Object.fromEntries(years.map((year) => [year, keys.get(yearKey(year)) ?? 0])),
    told: {},
  }
}

/** How many documents and passages some packs have, and when the documents were published. */
export async function readTotals(
  made: MadeDb,
  packs: number[],
): Promise<Pick<WholeCounts, 'documents' | 'passages' | 'from' | 'to' | 'meanLength'>> {
  const index = made.transaction('done').store.index('published')
  const sums = made.transaction('meta').store
  const all = await Promise.all(
    packs.map(async (pack) => {
      const range = IDBKeyRange.bound([pack], [pack, []])
      const [first, last, sum] = await Promise.all([
        index.openKeyCursor(range),
        index.openKeyCursor(range, 'prev'),
        sums.get(`pack ${pack}`) as Promise<PackSums | undefined>,
      ])
      return { from: first?.key[1], to: last?.key[1], ...(sum ?? NO_SUMS) }
    }),
  )
  const total = (count: (one: (typeof all)[number]) => number) =>
    all.reduce((sum, one) => sum + count(one), 0)
  const dates = all.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()).toSorted()
  const passages = total((one) => one.passages)
  return {
    documents: total((one) => one.documents),
    passages,
    from: dates.at(0) ?? '',
    to: dates.at(-1) ?? '',
    meanLength: total((one) => one.length) / Math.max(1, passages),
  }
}

/** Documents and passages of a pack, and terms in them; the worker keeps count. */
export type PackSums = { documents: number; passages: number; length: number }
export const NO_SUMS: PackSums = { documents: 0, passages: 0, length: 0 }
