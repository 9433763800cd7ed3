import { useMemo, useState } from 'preact/hooks'
import { describeEvent, nameOf, type IndexLookup } from '../core/card/card-content.ts'
import {
  MIN_LETTERS,
  suggestWords,
  type EventSearch,
  type PassageSearch,
  type SearchFilter,
  type SearchHit,
} from '../core/digest/search.ts'
import type { EventId, SourceEvent } from '../core/source-index.ts'
import { sayDate, sayEvent } from '../core/wording.ts'
import { Choice } from './EventFilters.tsx'
import { KindMark } from './KindMark.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'

type Props = {
  lookup: IndexLookup
  search: PassageSearch
  searchEvents: EventSearch
  openReader(passage: string): void
  openEvent(event: EventId): void
}

/** Finds passages and events while one types. */
export function SearchPane({ lookup, search, searchEvents, openReader, openEvent }: Props) {
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<SearchFilter>({})
  const hits = useMemo(() => search(words, filter), [search, words, filter])
  const isFiltered = Object.keys(filter).length > 0
  const events = useMemo(
    () => (isFiltered ? [] : searchEvents(words)),
    [searchEvents, words, isFiltered],
  )
  const isAsked = words.trim().length >= MIN_LETTERS || isFiltered
  const isEmpty = !isAsked || (hits.length === 0 && events.length === 0)
  return (
    <section>
      <h2 class="visually-hidden">Search</h2>
      <div class="search">
        <input
          type="search"
          aria-label="Search the sources"
          placeholder="Search the sources"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <Filters lookup={lookup} filter={filter} change={setFilter} />
      <p class="soft found" role="status">
        {isAsked && countHits(hits.length, events.length)}
      </p>
      {isEmpty && (
        <Suggestions
          words={suggestWords(lookup, search)}
          choose={(word) => {
            setFilter({})
            setWords(word)
          }}
        />
      )}
      <EventHits lookup={lookup} events={events} openEvent={openEvent} />
      <ol class="hits">
        {hits.map((hit) => (
          <Hit key={hit.quote.passage} hit={hit} openReader={openReader} />
        ))}
      </ol>
    </section>
  )
}

function countHits(passages: number, events: number): string {
  if (passages + events === 0) return 'No passage has these words, or words like them.'
  const found = passages === 1 ? '1 passage' : `${passages} passages`
  if (events === 0) return found
  return `${events === 1 ? '1 event' : `${events} events`}, ${found}`
}

type FilterProps = {
  lookup: IndexLookup
  filter: SearchFilter
  change(filter: SearchFilter): void
}

function Filters({ lookup, filter, change }: FilterProps) {
  const { index } = lookup
  const named = useMemo(
    () => ({
      companies: namesOf(
        lookup,
        index.passages.flatMap((passage) => passage.companies),
      ),
      agencies: namesOf(
        lookup,
        index.passages.flatMap((passage) => passage.agencies),
      ),
    }),
    [lookup],
  )
  const set = (key: 'company' | 'agency' | 'document') => (value: string | undefined) => {
    const { [key]: _gone, ...rest } = filter
    change(value === undefined ? rest : { ...rest, [key]: value })
  }
  return (
    <div class="filters">
      <Choice
        label="Company"
        all="All companies"
        value={filter.company}
        options={named.companies}
        choose={set('company')}
      />
      <Choice
        label="Agency"
        all="All agencies"
        value={filter.agency}
        options={named.agencies}
        choose={set('agency')}
      />
      <Choice
        label="Document"
        all="All documents"
        value={filter.document}
        options={index.documents.map(({ id, publisher, published }) => ({
          value: id,
          label: `${publisher}, ${sayDate(published)}`,
        }))}
        choose={set('document')}
      />
    </div>
  )
}

function namesOf(lookup: IndexLookup, ids: string[]) {
  return [...new Set(ids)]
    .map((value) => ({ value, label: nameOf(lookup, value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

function Suggestions({ words, choose }: { words: string[]; choose(word: string): void }) {
  return (
    <div class="notice">
      <h3>Look for a name, a word or a quotation</h3>
      <p>Small slips in spelling are forgiven.</p>
      <ul class="suggestions">
        {words.map((word) => (
          <li key={word}>
            <button class="suggestion" onClick={() => choose(word)}>
              {word}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

type EventHitsProps = {
  lookup: IndexLookup
  events: SourceEvent[]
  openEvent(event: EventId): void
}

function EventHits({ lookup, events, openEvent }: EventHitsProps) {
  if (events.length === 0) return null
  return (
    <ul class="event-hits">
      {events.map((event) => (
        <li key={event.id}>
          <button onClick={() => openEvent(event.id)}>
            <KindMark kind="action" />
            <span>{sayEvent(describeEvent(lookup, event))}</span>
            <span class="soft">{event.date && sayDate(event.date)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Hit({ hit, openReader }: { hit: SearchHit; openReader(passage: string): void }) {
  return (
    <li>
      <QuoteBlock quote={hit.quote} matches={hit.matches}>
        <button class="act" onClick={() => openReader(hit.quote.passage)}>
          Show in source
        </button>
      </QuoteBlock>
    </li>
  )
}
