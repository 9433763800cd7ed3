import {
  describeEvent,
  describePassage,
  type IndexLookup,
  type Quote,
} from '../card/card-content.ts'
import type { PageDigest, MentionGroup } from './digest.ts'
import { titleOf } from './document-title.ts'
import type { FigureDifference } from './number-check.ts'
import type { PageDate } from './page-date.ts'
import type { CheckedQuote } from './quote-check.ts'
import type { DateValue, PassageId, Standing } from '../source-index.ts'
import { saySpeaker, sayEvent, STATUS_WORDS } from '../wording.ts'

/** Which sources the record was made with, so that every offset in it can be checked later. */
export type PackFacts = {
  /** Version of the extension that made the record. */
  extension: string
  schemaVersion: number
  /** Hex digest of the index's bytes. */
  sha256: string
}

export type RecordQuote = {
  relation: 'evidence' | 'reply'
  /** Why it is there; absent for replies. */
  reason?: string
  passage: PassageId
  text: string
  speaker?: string
  standing?: Standing
  via?: string
  document: string
  start: number
  end: number
}

export type RecordMention = {
  label: string
  kind: 'company' | 'action'
  places: { surface: string; sentence: string }[]
  event?: { id: string; label: string; date?: DateValue; status: string }
  onlyBackground: boolean
  quotes: RecordQuote[]
}

export type RecordDocument = {
  id: string
  title: string
  publisher: string
  published: DateValue
  address: string | null
  file: string
  sha256: string
}

export type RecordCheckedQuote = {
  quotation: string
  verdict: CheckedQuote['verdict']
  source: RecordQuote[]
  namedOnPage?: string
  namedInSource?: string
}

export type RecordFigure = {
  sentence: string
  figure: string
  readings: { value: string; passages: PassageId[] }[]
}

/** A page's digest as a whole, with everything that is needed to cite it: what an export writes. */
export type DigestRecord = {
  format: 'source-context-digest'
  version: 1
  page: { title: string; address: string; accessed: string; published?: PageDate }
  pack: PackFacts
  mentions: RecordMention[]
  quotations: RecordCheckedQuote[]
  figures: RecordFigure[]
  /** The documents that are quoted anywhere in the record. */
  documents: RecordDocument[]
}

type Parts = {
  digest: PageDigest
  published: PageDate | undefined
  quotes: CheckedQuote[]
  figures: FigureDifference[]
  pack: PackFacts
  /** The day on which the page was read, `2020-03-12`. */
  accessed: string
}

/** Gathers the record of a page. Pure: the same parts give the same record. */
export function makeRecord(lookup: IndexLookup, parts: Parts): DigestRecord {
  const { digest, published, pack, accessed } = parts
  const mentions = digest.groups.map((group) => recordMention(lookup, group))
  const quotations = parts.quotes.map((quote) => recordQuotation(lookup, quote))
  const figures = parts.figures.map(({ sentence, figure, readings }) => ({
    sentence,
    figure: figure.text,
    readings,
  }))
  const quoted = [
    ...mentions.flatMap((one) => one.quotes),
    ...quotations.flatMap((one) => one.source),
  ]
  const cited = new Set([
    ...quoted.map((quote) => quote.document),
    ...figures
      .flatMap(({ readings }) => readings.flatMap((reading) => reading.passages))
      .flatMap((id) => lookup.passages.get(id)?.document ?? []),
  ])
  return {
    format: 'source-context-digest',
    version: 1,
    page: {
      title: digest.title,
      address: digest.address,
      accessed,
      ...(published && { published }),
    },
    pack,
    mentions,
    quotations,
    figures,
    documents: lookup.index.documents
      .filter((document) => cited.has(document.id))
      .map((document) => ({
        id: document.id,
        title: titleOf(lookup, document),
        publisher: document.publisher,
        published: document.published,
        address: document.address,
        file: document.file,
        sha256: document.sha256,
      })),
  }
}

function recordMention(lookup: IndexLookup, group: MentionGroup): RecordMention {
  const { label, kind, context, onlyBackground } = group
  const event = group.event === undefined ? undefined : lookup.events.get(group.event)
  return {
    label,
    kind,
    places: group.mentions.map(({ surface, sentence }) => ({ surface, sentence })),
    ...(event && {
      event: {
        id: event.id,
        label: sayEvent(describeEvent(lookup, event)),
        ...(event.date && { date: event.date }),
        status: STATUS_WORDS[event.status],
      },
    }),
    onlyBackground,
    quotes: [
      ...context.passages.flatMap(({ passage, reason }) =>
        recordQuotes(lookup, [passage], 'evidence', reason),
      ),
      ...recordQuotes(lookup, context.replies, 'reply'),
    ],
  }
}

function recordQuotes(
  lookup: IndexLookup,
  ids: PassageId[],
  relation: RecordQuote['relation'],
  reason?: string,
): RecordQuote[] {
  return ids.flatMap((id) => {
    const quote = describePassage(lookup, id)
    return quote ? [recordQuote(quote, relation, reason)] : []
  })
}

function recordQuote(
  quote: Quote,
  relation: RecordQuote['relation'],
  reason?: string,
): RecordQuote {
  const { attribution, passage, text, document, start, end } = quote
  return {
    relation,
    ...(reason !== undefined && { reason }),
    passage,
    text,
    ...(attribution && { speaker: saySpeaker(attribution), standing: attribution.standing }),
    ...(attribution?.via !== undefined && { via: attribution.via }),
    document,
    start,
    end,
  }
}

function recordQuotation(lookup: IndexLookup, checked: CheckedQuote): RecordCheckedQuote {
  const { quotation, verdict, passages, otherSpeaker } = checked
  return {
    quotation: quotation.text,
    verdict,
    source: recordQuotes(lookup, passages, 'evidence'),
    ...(otherSpeaker && { namedOnPage: otherSpeaker.page, namedInSource: otherSpeaker.source }),
  }
}
