import type { WholeCounts } from '../context/context-source.ts'
import {
  coverDocuments,
  coverWhole,
  coverQuery,
  documentsNaming,
  countSupport,
  type Coverage,
  type Support,
} from './card-coverage.ts'
import { describeReply, findUnanswered, type Reply } from './card-replies.ts'
import type { Context, ContextQuery, Tier } from '../context/context.ts'
import type { Target } from '../mention.ts'
import type {
  ActionKind,
  Attribution,
  Conflict,
  DateValue,
  EntityId,
  EventStatus,
  PackLabel,
  Passage,
  PassageId,
  SourceDocument,
  SourceEvent,
  SourceIndex,
  Stance,
} from '../source-index.ts'

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
  /** Of a reader's own document: the pack that it is in, who wrote it, when it was captured. */
  pack?: PackLabel
  author?: string
  /** In ms since the epoch. */
  captured?: number
  /** Added since a card or the digest was last opened. */
  isNew?: true
}

export type ShownQuote = Quote & { tier: Tier; stance: Stance }

/** An event in names instead of ids. */
export type EventLine = {
  agencies: string[]
  action: ActionKind
  targets: string[]
  date?: DateValue
  status: EventStatus
  /** How many documents tell of it. */
  support?: Support
}

/** One question that the sources answer differently, each reading with who gives it. */
export type Disagreement = { field: string; readings: Reading[] }

export type Reading = {
  value: string
  publishers: string[]
  /** Where each of them gives it. */
  places?: { publisher: string; passage: PassageId }[]
}

export type Subject =
  | {
      kind: 'company'
      company: EntityId
      name: string
      /** ISO 3166-1 alpha-2. */
      country?: string
      /** How many documents name it. */
      documents: number
    }
  | { kind: 'action'; agency: string; action: ActionKind; target: Target }

/** Everything that a card shows, in data; words and looks are the view's. */
export type CardContent = {
  subject: Subject
  event?: EventLine
  /** Best first. */
  quotes: ShownQuote[]
  replies: Reply[]
  /** Companies of which the sources give no reply to this, by name. */
  unanswered: string[]
  disagreements: Disagreement[]
  /** The sources hold nothing closer than background on the company. */
  onlyBackground: boolean
  coverage: Coverage
}

/** Looks things up in an index by id; made once per index. */
export type IndexLookup = ReturnType<typeof createLookup>

export function createLookup(index: SourceIndex, whole?: WholeCounts) {
  const byId = <Item extends { id: string }>(items: Item[]) =>
    new Map(items.map((item) => [item.id, item]))
  return {
    index,
    documents: byId(index.documents),
    passages: byId(index.passages),
    events: byId(index.events),
    entities: byId(index.entities),
    coverage: whole ? coverWhole(whole) : coverDocuments(index.documents),
    whole,
  }
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
  const quotes = describeQuotes(lookup, context)
  if (!subject || !lookup.coverage || quotes.length === 0) return undefined
  const event = context.event === undefined ? undefined : lookup.events.get(context.event)
  return {
    subject,
    ...(event && { event: describeEvent(lookup, event, query.agency) }),
    quotes,
    replies: context.replies.flatMap((id) => {
      const quote = describePassage(lookup, id)
      return quote ? [describeReply(lookup, quote, event)] : []
    }),
    unanswered: findUnanswered(lookup, query, event, passagesOf(lookup, quotes)),
    disagreements: context.conflicts.map((conflict) => describeConflict(lookup, conflict)),
    onlyBackground: quotes.every((quote) => quote.tier === 'background'),
    coverage: coverQuery(lookup, lookup.coverage, query),
  }
}

function describeQuotes(lookup: IndexLookup, context: Context): ShownQuote[] {
  return context.passages.flatMap(({ passage: id, tier }) => {
    const quote = describePassage(lookup, id)
    const stance = lookup.passages.get(id)?.stance
    return quote && stance ? [{ ...quote, tier, stance }] : []
  })
}

function passagesOf(lookup: IndexLookup, quotes: Quote[]): Passage[] {
  return quotes.flatMap((quote) => lookup.passages.get(quote.passage) ?? [])
}

/** Each reading with the outlets that give it, and one place for each of them. */
export function describeConflict(lookup: IndexLookup, { field, readings }: Conflict): Disagreement {
  return {
    field,
    readings: readings.map(({ value, passages }) => {
      const quotes = passages.flatMap((id) => describePassage(lookup, id) ?? [])
      const places = quotes.map(({ publisher, passage }) => ({ publisher, passage }))
      return {
        value,
        publishers: publishersOf(lookup, passages),
        places: places.filter(
          (one, at) => places.findIndex((it) => it.publisher === one.publisher) === at,
        ),
      }
    }),
  }
}

function describeSubject(lookup: IndexLookup, query: ContextQuery): Subject | undefined {
  const { company, agency, action, target } = query
  if (company !== undefined) {
    const known = lookup.entities.get(company)
    if (!known) return undefined
    const { name, country } = known
    const documents = documentsNaming(lookup, company)
    return { kind: 'company', company, name, ...(country && { country }), documents }
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
    ...(document.pack && { pack: document.pack }),
    ...(document.author !== undefined && { author: document.author }),
    ...(document.captured !== undefined && { captured: document.captured }),
    ...(document.isNew && { isNew: true }),
  }
}

/** An event in names; `lead`, where it is one of the agencies, comes first. */
export function describeEvent(lookup: IndexLookup, event: SourceEvent, lead?: EntityId): EventLine {
  const agencies = event.agencies.toSorted((a, b) => Number(b === lead) - Number(a === lead))
  return {
    agencies: agencies.map((id) => nameOf(lookup, id)),
    action: event.action,
    targets: event.targets.map((id) => nameOf(lookup, id)),
    ...(event.date && { date: event.date }),
    status: event.status,
    support: countSupport(lookup, event.passages, lookup.whole?.told[event.id]),
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
