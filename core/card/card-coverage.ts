import type { IndexLookup } from './card-content.ts'
import type { WholeCounts } from '../context/context-source.ts'
import type { ContextQuery } from '../context/context.ts'
import type { DateValue, EntityId, PassageId, SourceDocument } from '../source-index.ts'

/** How much the sources hold, and what they lack, for the mention's agency. */
export type Coverage = {
  documents: number
  from: DateValue
  to: DateValue
  /** Set when the sources name the mention's agency nowhere. */
  nothingBy?: string
  /** Set when the sources name the mention's agency, but record no event by it. */
  noEventBy?: string
}

/** How many documents hold something, and how many of those do not repeat one another. */
export type Support = { documents: number; independent: number }

/** All documents together; `undefined` where there are none. */
export function coverDocuments(documents: SourceDocument[]): Coverage | undefined {
  const dates = documents.map((one) => one.published)
  const ordered = dates.toSorted((a, b) => a.value.localeCompare(b.value))
  const [from, to] = [ordered.at(0), ordered.at(-1)]
  return from && to && { documents: documents.length, from, to }
}

/** The same of sources of which only a part is at hand. */
export function coverWhole({ documents, from, to }: WholeCounts): Coverage | undefined {
  return documents > 0 ? { documents, from: dateOf(from), to: dateOf(to) } : undefined
}

function dateOf(value: string): DateValue {
  const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day'
  return { value, precision, basis: 'text' }
}

/** How many documents name a company in their own text. */
export function documentsNaming(lookup: IndexLookup, company: EntityId): number {
  if (lookup.whole) return lookup.whole.naming[company]?.documents ?? 0
  const naming = lookup.index.passages.filter(
    (one) => one.section === 'body' && one.companies.includes(company),
  )
  return new Set(naming.map((one) => one.document)).size
}

/** What the sources lack for a query's agency; the units of an agency count as the agency. */
export function coverQuery(
  lookup: IndexLookup,
  coverage: Coverage,
  { agency }: ContextQuery,
): Coverage {
  if (agency === undefined) return coverage
  const isIts = (id: EntityId) => isPartOf(lookup, id, agency)
  const { events, passages } = lookup.index
  if (events.some((event) => event.agencies.some(isIts))) return coverage
  if (lookup.whole?.acting[agency]) return coverage
  const name = lookup.entities.get(agency)?.name ?? agency
  const isNamed =
    (lookup.whole?.naming[agency]?.passages ?? 0) > 0 ||
    passages.some((one) => one.section === 'body' && one.agencies.some(isIts))
  return { ...coverage, ...(isNamed ? { noEventBy: name } : { nothingBy: name }) }
}

function isPartOf(lookup: IndexLookup, id: EntityId, whole: EntityId): boolean {
  const seen = new Set<EntityId>()
  for (let at: EntityId | undefined = id; at !== undefined && !seen.has(at);) {
    if (at === whole) return true
    seen.add(at)
    at = lookup.entities.get(at)?.partOf
  }
  return false
}

/**
 * Counts the documents of some passages. Documents that only pass on what one other outlet
 * reported, and documents that carry the same report, count once as independent ones. `told`: how many
 * there are where not all are at hand.
 */
export function countSupport(lookup: IndexLookup, ids: PassageId[], told = 0): Support {
  const passages = ids.flatMap((id) => lookup.passages.get(id) ?? [])
  const byDocument = Map.groupBy(passages, (passage) => passage.document)
  const witnesses: { origin: string; words: Set<string> }[] = []
  for (const [document, own] of byDocument) {
    const origins = own.map(({ attribution }) => originOf(attribution))
    const [first] = origins
    const isPassedOn = first !== undefined && origins.every((origin) => origin === first)
    const publisher = lookup.documents.get(document)?.publisher ?? document
    const words = wordsOf(own.map((passage) => passage.text).join(' '))
    const origin = isPassedOn ? first : publisher
    if (!witnesses.some((one) => one.origin === origin || overlap(one.words, words) >= SAME_REPORT))
      witnesses.push({ origin, words })
  }
  return { documents: Math.max(told, byDocument.size), independent: witnesses.length }
}

/** Two documents that share this much of their words carry the same report. */
const SAME_REPORT = 0.6

type Origin = { standing: string; speaker: string; via?: string } | undefined

/** The outlet that a passage's words were taken from. */
function originOf(attribution: Origin): string | undefined {
  if (!attribution) return undefined
  const { via, standing, speaker } = attribution
  return via ?? (standing === 'reported-by-other' ? speaker : undefined)
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu))
}

function overlap(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.max(1, a.size + b.size - shared)
}
