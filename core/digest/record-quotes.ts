import {
  describeEvent,
  describePassage,
  type IndexLookup,
  type Quote,
} from '../card/card-content.ts'
import type { Context } from '../context/context.ts'
import type {
  RecordCheckedQuote,
  RecordFigure,
  RecordMention,
  RecordQuote,
} from './digest-record.ts'
import { sayGroup, type MentionGroup, type PlacedMention } from './digest.ts'
import type { FigureDifference } from './number-check.ts'
import type { CheckedQuote } from './quote-check.ts'
import type { PassageId } from '../source-index.ts'
import { sayDate, sayEvent, saySpeaker, sayStatus } from '../wording.ts'

/**
 * The mentions of a group, those together for which the sources hold the same: two sentences on one
 * agency may speak of different events.
 */
export function recordGroup(
  lookup: IndexLookup,
  { kind, mentions, ...group }: MentionGroup,
  contextOf: (mention: PlacedMention) => Context,
): RecordMention[] {
  const answered = mentions.map((mention) => ({ mention, context: contextOf(mention) }))
  const [first] = mentions
  const label = first ? sayGroup(first, lookup) : group.label
  const alike = Map.groupBy(answered, ({ context }) => JSON.stringify(context))
  return [...alike.values()].map((same) => ({
    label,
    kind,
    places: same.map(({ mention: { surface, sentence } }) => ({ surface, sentence })),
    ...describeContext(lookup, same[0]?.context),
  }))
}

type Described = Pick<RecordMention, 'event' | 'onlyBackground' | 'quotes'>

function describeContext(lookup: IndexLookup, context: Context | undefined): Described {
  const event = lookup.events.get(context?.event ?? '')
  const passages = context?.passages ?? []
  return {
    ...(event && {
      event: {
        id: event.id,
        label: sayEvent(describeEvent(lookup, event)),
        ...(event.date && { date: event.date }),
        status: sayStatus(event.status),
      },
    }),
    onlyBackground: passages.every(({ tier }) => tier === 'background'),
    quotes: [
      ...passages.flatMap(({ passage, reason }) =>
        recordQuotes(lookup, [passage], 'evidence', reason),
      ),
      ...recordQuotes(lookup, context?.replies ?? [], 'reply'),
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

/** One of the page's quotations and the passages that it comes from. */
export function recordQuotation(lookup: IndexLookup, checked: CheckedQuote): RecordCheckedQuote {
  const { quotation, verdict, passages, otherSpeaker } = checked
  return {
    quotation: quotation.text,
    verdict,
    source: recordQuotes(lookup, passages, 'evidence'),
    ...(otherSpeaker && { namedOnPage: otherSpeaker.page, namedInSource: otherSpeaker.source }),
  }
}

/** A figure of the page, and each reading of the sources with the passages that give it. */
export function recordFigure(
  lookup: IndexLookup,
  { sentence, figure, readings }: FigureDifference,
): RecordFigure {
  return {
    sentence,
    figure: figure.text,
    readings: readings.map(({ value, date, passages }) => ({
      value: date ? sayDate(date) : value,
      source: recordQuotes(lookup, passages, 'evidence'),
    })),
  }
}
