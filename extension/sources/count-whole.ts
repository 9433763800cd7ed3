import type { WholeCounts } from '../../core/context/context-source.ts'
import type { ContextQuery } from '../../core/context/context.ts'
import { yearsIn } from '../../core/context/event-years.ts'
import { companiesAround, queryCompanies } from '../../core/context/query-companies.ts'
import { readTerms } from '../../core/context/rank.ts'
import { actingKey, yearKey } from '../../core/packs/event-keys.ts'
import { readCounts, readNaming, withWholes } from './find-places.ts'
import type { Open } from './gather-slice.ts'
import type { MadeDb } from './made-db.ts'

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
  const keys = made.transaction('events').store.index('keys')
  const [totals, counts, naming, acting, dated] = await Promise.all([
    readTotals(made, nos),
    readCounts(made, nos, terms),
    readNaming(made, nos, [...agencies, ...companies]),
    Promise.all(agencies.map(async (id) => [id, await keys.count(actingKey(id))] as const)),
    Promise.all(years.map(async (year) => [year, await keys.count(yearKey(year))] as const)),
  ])
  return {
    ...totals,
    frequency: Object.fromEntries(counts),
    naming,
    acting: Object.fromEntries(acting),
    years: Object.fromEntries(dated),
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
      const [documents, first, last, sum] = await Promise.all([
        index.count(range),
        index.openKeyCursor(range),
        index.openKeyCursor(range, 'prev'),
        sums.get(`pack ${pack}`) as Promise<PackSums | undefined>,
      ])
      return { documents, from: first?.key[1], to: last?.key[1], ...(sum ?? NO_SUMS) }
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

/** Passages of a pack, and terms in them; the worker keeps count. */
export type PackSums = { passages: number; length: number }
export const NO_SUMS: PackSums = { passages: 0, length: 0 }
