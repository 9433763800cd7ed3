import Fuse, { type RangeTuple } from 'fuse.js'
import {
  describeEvent,
  describePassage,
  type IndexLookup,
  type Quote,
} from '../card/card-content.ts'
import type {
  ActionKind,
  DocumentId,
  EntityId,
  Passage,
  SourceEvent,
  Span,
} from '../source-index.ts'
import { sayAction, sayDate, sayEvent } from '../wording.ts'
import { filterEvents } from './time-line.ts'

/** One passage that answers a search, with the stretches of its text that matched. */
export type SearchHit = { quote: Quote; matches: Span[] }

/** What is wanted of a passage besides words; what is left out lets everything through. */
export type SearchFilter = {
  company?: EntityId
  agency?: EntityId
  action?: ActionKind
  document?: DocumentId
}

/**
 * Answers a search, best first, at most `MAX_HITS`. Fewer than `MIN_LETTERS` find nothing, unless a
 * filter is set: then they find all that it lets through, in the documents' order.
 */
export type PassageSearch = (words: string, filter?: SearchFilter) => SearchHit[]

/** The same of sources that are not at hand as a whole. */
export type LastingSearch = (words: string, filter?: SearchFilter) => Promise<SearchHit[]>

/**
 * Events whose agencies, kind, targets or date have the words, best first, at most `MAX_EVENTS`. A
 * document lets through what it tells of.
 */
export type EventSearch = (words: string, filter?: SearchFilter) => SourceEvent[]

export const MIN_LETTERS = 2
const MAX_HITS = 50
const MAX_EVENTS = 4
/**
 * Fuse's score is the share of a word's letters that are wrong: a third lets two letters change places
 * in a short name ("Huwaei") and brings in no other words here.
 */
const THRESHOLD = 0.34
const OPTIONS = {
  threshold: THRESHOLD,
  // By default only the first 60 characters or so of a text are looked at.
  ignoreLocation: true,
  includeMatches: true,
  minMatchCharLength: MIN_LETTERS,
  useTokenSearch: true,
  tokenMatch: 'all',
} as const

/** Typo-tolerant search over all passages, their speakers and outlets; every word must match. */
export function createSearch(lookup: IndexLookup): PassageSearch {
  const quotes = lookup.index.passages.flatMap(({ id }) => describePassage(lookup, id) ?? [])
  const fuse = new Fuse(quotes, {
    ...OPTIONS,
    keys: [
      { name: 'text', weight: 5 },
      { name: 'attribution.speaker', weight: 2 },
      { name: 'title', weight: 1 },
      { name: 'publisher', weight: 1 },
    ],
  })
  return (words, filter = {}) => {
    const lets = createTest(lookup, filter)
    const wanted = words.trim()
    if (wanted.length < MIN_LETTERS) {
      const all = Object.keys(filter).length > 0 ? quotes.filter(lets) : []
      return all.slice(0, MAX_HITS).map((quote) => ({ quote, matches: [] }))
    }
    return fuse
      .search(wanted)
      .filter(({ item }) => lets(item))
      .slice(0, MAX_HITS)
      .map(({ item, matches }) => ({
        quote: item,
        matches: toSpans(matches?.find((match) => match.key === 'text')?.indices ?? []),
      }))
  }
}

function createTest(lookup: IndexLookup, filter: SearchFilter): (quote: Quote) => boolean {
  return (quote) => {
    const passage = lookup.passages.get(quote.passage)
    return passage !== undefined && passes(passage, filter)
  }
}

function passes(passage: Passage, { company, agency, action, document }: SearchFilter): boolean {
  return (
    (company === undefined || passage.companies.includes(company)) &&
    (agency === undefined || passage.agencies.includes(agency)) &&
    (action === undefined || passage.actions.includes(action)) &&
    (document === undefined || passage.document === document)
  )
}

/** Typo-tolerant search over the labels of all events. */
export function createEventSearch(lookup: IndexLookup): EventSearch {
  const labelled = lookup.index.events.map((event) => ({ event, label: labelOf(lookup, event) }))
  const fuse = new Fuse(labelled, { ...OPTIONS, keys: ['label'] })
  return (words, filter = {}) =>
    words.trim().length < MIN_LETTERS
      ? []
      : fuse
          .search(words.trim())
          .map(({ item }) => item.event)
          .filter((event) => isLetThrough(lookup, event, filter))
          .slice(0, MAX_EVENTS)
}

function isLetThrough(lookup: IndexLookup, event: SourceEvent, filter: SearchFilter): boolean {
  const { document, ...rest } = filter
  const isTold = event.passages.some((id) => lookup.passages.get(id)?.document === document)
  return filterEvents([event], rest).length > 0 && (document === undefined || isTold)
}

/** Everything by which a reader may look for an event, other names of its agencies included. */
function labelOf(lookup: IndexLookup, event: SourceEvent): string {
  const aliases = event.agencies.flatMap((id) => lookup.entities.get(id)?.aliases ?? [])
  const date = event.date ? sayDate(event.date) : ''
  return [sayEvent(describeEvent(lookup, event)), date, ...aliases].join(' ')
}

/** Fuse's ranges include their last character. */
function toSpans(ranges: readonly RangeTuple[]): Span[] {
  return ranges.map(([first, last]) => ({ start: first, end: last + 1 }))
}

/** Suggestions of one kind. */
const EACH = 2

/**
 * Words to begin with, taken from the index itself: those who act, those who speak, and what is done
 * most often. Each finds something.
 */
export function suggestWords(lookup: IndexLookup, search: PassageSearch): string[] {
  const { events, passages } = lookup.index
  const agencies = events.flatMap((event) =>
    event.agencies.flatMap((id) => shortName(lookup.entities.get(id)?.aliases ?? [])),
  )
  const people = passages.flatMap(({ attribution }) =>
    attribution?.standing === 'on-record' && attribution.role !== undefined
      ? (/\p{Lu}\p{Ll}+(?=(?:, Jr\.)?$)/u.exec(attribution.speaker)?.[0] ?? [])
      : [],
  )
  const kinds = events.map((event) => sayAction(event.action))
  return [...frequent(agencies), ...frequent(people), ...frequent(kinds)].filter(
    (word) => search(word).length > 0,
  )
}

/** An alias of one word, such as "Pentagon", which people look for sooner than for a full name. */
function shortName(aliases: string[]): string[] {
  return aliases.filter((alias) => /^\p{L}{4,}$/u.test(alias)).slice(0, 1)
}

function frequent(words: string[]): string[] {
  return [...Map.groupBy(words, (word) => word)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, EACH)
    .map(([word]) => word)
}
