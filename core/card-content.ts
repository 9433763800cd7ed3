import type { Context, ContextQuery, Tier } from './context.ts'
import type { Target } from './mention.ts'
import type {
  ActionKind,
  Attribution,
  DateValue,
  EntityId,
  EventStatus,
  Passage,
  PassageId,
  SourceDocument,
  SourceEvent,
  SourceIndex,
} from './source-index.ts'

/** One passage with all that a reader needs to trust and cite it. */
export type Quote = {
  passage: PassageId
  /** Verbatim: the seed's own characters from `start` to `end`. */
  text: string
  start: number
  end: number
  document: string
  file: string
  publisher: string
  title: string | null
  published: DateValue
  address: string | null
  attribution?: Attribution
  readerComment: boolean
}

export type ShownQuote = Quote & { tier: Tier; reason: string }

/** An event in names instead of ids. */
export type EventLine = {
  agencies: string[]
  action: ActionKind
  targets: string[]
  date?: DateValue
  status: EventStatus
}

/** One question that the sources answer differently, each reading with who gives it. */
export type Disagreement = { field: string; readings: { value: string; publishers: string[] }[] }

/** How much the sources hold, and what they lack, for the mention's agency. */
export type Coverage = {
  documents: number
  from: DateValue
  to: DateValue
  /** Set when the sources record no event by the mention's agency. */
  nothingBy?: string
}

export type Subject =
  | { kind: 'company'; company: EntityId; name: string }
  | { kind: 'action'; agency: string; action: ActionKind; target: Target }

/** Everything that a card shows, in data; words and looks are the view's. */
export type CardContent = {
  subject: Subject
  event?: EventLine
  /** Best first. */
  quotes: ShownQuote[]
  replies: Quote[]
  disagreements: Disagreement[]
  /** The sources hold nothing closer than background on the company. */
  onlyBackground: boolean
  coverage: Coverage
}

/** Looks things up in an index by id; made once per index. */
export type IndexLookup = ReturnType<typeof createLookup>

export function createLookup(index: SourceIndex) {
  const byId = <Item extends { id: string }>(items: Item[]) =>
    new Map(items.map((item) => [item.id, item]))
  return {
    index,
    documents: byId(index.documents),
    passages: byId(index.passages),
    events: byId(index.events),
    entities: byId(index.entities),
    coverage: coverDocuments(index.documents),
  }
}

function coverDocuments(documents: SourceDocument[]): Coverage | undefined {
  const dates = documents.map((one) => one.published)
  const ordered = dates.toSorted((a, b) => a.value.localeCompare(b.value))
  const [from, to] = [ordered.at(0), ordered.at(-1)]
  return from && to && { documents: documents.length, from, to }
}

/**
 * The card for one mention, or `undefined` where the index has nothing to show for it (then the
 * mention should not have been marked).
 */
export function describeContext(
  lookup: IndexLookup,
  query: ContextQuery,
  context: Context,
): CardContent | undefined {
  const subject = describeSubject(lookup, query)
  const quotes = context.passages.flatMap(({ passage, tier, reason }) => {
    const quote = describePassage(lookup, passage)
    return quote ? [{ ...quote, tier, reason }] : []
  })
  if (!subject || !lookup.coverage || quotes.length === 0) return undefined
  const event = context.event === undefined ? undefined : lookup.events.get(context.event)
  return {
    subject,
    ...(event && { event: describeEvent(lookup, event) }),
    quotes,
    replies: context.replies.flatMap((id) => describePassage(lookup, id) ?? []),
    disagreements: context.conflicts.map(({ field, readings }) => ({
      field,
      readings: readings.map(({ value, passages }) => ({
        value,
        publishers: publishersOf(lookup, passages),
      })),
    })),
    onlyBackground: quotes.every((quote) => quote.tier === 'background'),
    coverage: coverQuery(lookup, lookup.coverage, query),
  }
}

function coverQuery(lookup: IndexLookup, coverage: Coverage, query: ContextQuery): Coverage {
  const { agency } = query
  if (agency === undefined) return coverage
  const recorded = lookup.index.events.some((event) => event.agencies.includes(agency))
  return recorded ? coverage : { ...coverage, nothingBy: nameOf(lookup, agency) }
}

function describeSubject(lookup: IndexLookup, query: ContextQuery): Subject | undefined {
  const { company, agency, action, target } = query
  if (company !== undefined) {
    const known = lookup.entities.get(company)
    return known && { kind: 'company', company, name: known.name }
  }
  if (agency === undefined || action === undefined) return undefined
  return { kind: 'action', agency: nameOf(lookup, agency), action, target: target ?? 'other' }
}

/** One passage as a quote; `undefined` for an id that the index does not hold. */
export function describePassage(lookup: IndexLookup, id: PassageId): Quote | undefined {
  const passage = lookup.passages.get(id)
  const document = passage && lookup.documents.get(passage.document)
  return document && quote(passage, document)
}

function quote(passage: Passage, document: SourceDocument): Quote {
  return {
    passage: passage.id,
    text: passage.text,
    start: passage.start,
    end: passage.end,
    document: document.id,
    file: document.file,
    publisher: document.publisher,
    title: document.title,
    published: document.published,
    address: document.address,
    ...(passage.attribution && { attribution: passage.attribution }),
    readerComment: passage.section === 'reader-comment',
  }
}

export function describeEvent(lookup: IndexLookup, event: SourceEvent): EventLine {
  return {
    agencies: event.agencies.map((id) => nameOf(lookup, id)),
    action: event.action,
    targets: event.targets.map((id) => nameOf(lookup, id)),
    ...(event.date && { date: event.date }),
    status: event.status,
  }
}

/** An entity's name; an id that the index does not hold stands for itself (targets in words). */
export function nameOf(lookup: IndexLookup, id: string): string {
  return lookup.entities.get(id)?.name ?? id
}

/** The outlets of some passages, each once, in the passages' order. */
export function publishersOf(lookup: IndexLookup, passages: PassageId[]): string[] {
  const names = passages.flatMap((id) => describePassage(lookup, id)?.publisher ?? [])
  return [...new Set(names)]
}
