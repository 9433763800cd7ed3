import { useEffect, useMemo, useState } from 'preact/hooks'
import { describeEvent, type IndexLookup } from '../core/card/card-content.ts'
import {
  MIN_LETTERS,
  suggestWords,
  type EventSearch,
  type LastingSearch,
  type PassageSearch,
  type SearchFilter,
  type SearchHit,
} from '../core/digest/search.ts'
import type { EventId, SourceEvent } from '../core/source-index.ts'
import { sayDate, sayEvent } from '../core/wording.ts'
import { say, sayCount, sayList } from '../core/words.ts'
import { KindMark } from './KindMark.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'
import { SearchFilters } from './SearchFilters.tsx'

type Props = {
  lookup: IndexLookup
  search: PassageSearch
  searchEvents: EventSearch
  searchAll: LastingSearch | undefined
  openReader(passage: string): void
  openEvent(event: EventId): void
}

/** Finds passages and events while one types. */
export function SearchPane(props: Props) {
  const { lookup, search, searchAll, searchEvents, openReader, openEvent } = props
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<SearchFilter>({})
  const hits = useHits({ search, searchAll }, words, filter)
  const isFiltered = Object.keys(filter).length > 0
  const events = useMemo(() => searchEvents(words, filter), [searchEvents, words, filter])
  const isAsked = words.trim().length >= MIN_LETTERS || isFiltered
  const isEmpty = !isAsked || (hits.length === 0 && events.length === 0)
  return (
    <section>
      <h2 class="visually-hidden">{say('digest_tabSearch')}</h2>
      <div class="search">
        <input
          type="search"
          aria-label={say('digest_search')}
          placeholder={say('digest_search')}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <SearchFilters lookup={lookup} filter={filter} change={setFilter} />
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

/** What is at hand is shown at once; the answer of the whole takes its place. */
function useHits(
  { search, searchAll }: Pick<Props, 'search' | 'searchAll'>,
  words: string,
  filter: SearchFilter,
): SearchHit[] {
  const near = useMemo(() => search(words, filter), [search, words, filter])
  const [far, setFar] = useState<{ near: SearchHit[]; hits: SearchHit[] }>()
  useEffect(() => {
    let isLatest = true
    const take = (hits: SearchHit[]) => isLatest && setFar({ near, hits })
    // Where the store cannot be read, what is at hand stays.
    searchAll?.(words, filter).then(take, () => undefined)
    return () => {
      isLatest = false
    }
  }, [searchAll, near])
  return far?.near === near ? far.hits : near
}

function countHits(passages: number, events: number): string {
  if (passages + events === 0) return say('digest_nothingFound')
  const found = sayCount('digest_passages', passages)
  return events === 0 ? found : sayList([sayCount('digest_eventCount', events), found])
}

function Suggestions({ words, choose }: { words: string[]; choose(word: string): void }) {
  return (
    <div class="notice">
      <h3>{say('digest_suggest')}</h3>
      <p>{say('digest_suggestNote')}</p>
      <ul class="suggestions" lang="en">
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
          {say('digest_showInSource')}
        </button>
      </QuoteBlock>
    </li>
  )
}
