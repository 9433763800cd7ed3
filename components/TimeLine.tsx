import { useMemo, useState } from 'preact/hooks'
import { describeEvent, type IndexLookup } from '../core/card/card-content.ts'
import type { PageDate } from '../core/digest/page-date.ts'
import type { EventId, SourceEvent } from '../core/source-index.ts'
import {
  filterEvents,
  layOutTime,
  orderEvents,
  type EventFilter,
} from '../core/digest/time-line.ts'
import { sayDate, sayEvent, sayEventDetail } from '../core/wording.ts'
import { say, sayCount, sayNumber } from '../core/words.ts'
import { EventFilters } from './EventFilters.tsx'
import { EventTable } from './EventTable.tsx'
import { TimeAxisPicture } from './TimeAxisPicture.tsx'

type Props = {
  lookup: IndexLookup
  /** Events that the page speaks of: lit, and named for those who do not see it. */
  lit: ReadonlySet<EventId>
  /** Events that the page recounts so that they may look new. */
  old: EventId[]
  /** The page's own date, where it states one. */
  published: PageDate | undefined
  chosen: EventId | undefined
  choose(event: EventId | undefined): void
  openReader(passage: string): void
}

/** The sources' events in order of time: a picture, and the same as a table. */
export function TimeLine({ lookup, lit, old, published, chosen, choose, openReader }: Props) {
  const [filter, setFilter] = useState<EventFilter>({})
  const all = lookup.index.events
  const events = useMemo(() => orderEvents(filterEvents(all, filter)), [all, filter])
  const axis = useMemo(() => layOutTime(events, published?.date), [events, published])
  const onPage = events.filter((event) => lit.has(event.id)).length
  const labelOf = (event: SourceEvent) => {
    const line = describeEvent(lookup, event)
    return say('digest_pointLabel', { event: sayEvent(line), detail: sayEventDetail(line) })
  }
  return (
    <section>
      <div class="sec">
        <h2 class="label">{say('digest_events')}</h2>
        <span class="soft">
          {onPage > 0
            ? say('digest_eventsHere', { here: onPage, all: events.length })
            : sayNumber(events.length)}
        </span>
      </div>
      <EventFilters events={all} lookup={lookup} filter={filter} change={setFilter} />
      {axis.events.length > 0 && (
        <TimeAxisPicture axis={axis} lit={lit} chosen={chosen} labelOf={labelOf} choose={choose} />
      )}
      <OldNews lookup={lookup} old={old} published={published} />
      {events.length === 0 && (
        <p class="coverage">
          {say('digest_noEvent')}{' '}
          <button class="act inline" onClick={() => setFilter({})}>
            {say('digest_showAllEvents')}
          </button>
        </p>
      )}
      <EventTable
        events={events}
        lookup={lookup}
        lit={lit}
        chosen={chosen}
        openReader={openReader}
      />
    </section>
  )
}

/** A page may tell an old story so that it looks new; the dates are put side by side. */
function OldNews({ lookup, old, published }: Pick<Props, 'lookup' | 'old' | 'published'>) {
  const events = old.flatMap((id) => lookup.events.get(id) ?? [])
  if (!published || events.length === 0) return null
  return (
    <div class="old-news" role="note">
      <p>{sayCount('digest_undated', events.length, { date: sayDate(published.date) })}</p>
      <ul>
        {events.map((event) => (
          <li key={event.id}>{sayDated(lookup, event)}</li>
        ))}
      </ul>
    </div>
  )
}

function sayDated(lookup: IndexLookup, event: SourceEvent): string {
  const label = sayEvent(describeEvent(lookup, event))
  return event.date ? say('digest_eventDate', { event: label, date: sayDate(event.date) }) : label
}
