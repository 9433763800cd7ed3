import {
  describeEvent,
  describePassage,
  type IndexLookup,
  type Quote,
} from '../core/card-content.ts'
import type { EventId, SourceEvent } from '../core/source-index.ts'
import { sayEvent, sayEventDetail } from '../core/wording.ts'
import { Disagreements } from './Disagreements.tsx'
import { KindMark } from './KindMark.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'
import { publishersOf } from '../core/card-content.ts'

type Props = {
  lookup: IndexLookup
  /** Events that the page speaks of: lit, and named for those who do not see it. */
  lit: ReadonlySet<EventId>
  openReader(passage: string): void
}

/** The sources' events in order of time, the undated last. */
export function EventList({ lookup, lit, openReader }: Props) {
  const events = lookup.index.events.toSorted(byDate)
  return (
    <section>
      <h2 class="sec label">
        <span>Events in the sources</span>
        <span>{lit.size > 0 && `${lit.size} of ${events.length} on this page`}</span>
      </h2>
      <ol class="events">
        {events.map((event) => (
          <EventRow
            key={event.id}
            event={event}
            lit={lit.has(event.id)}
            lookup={lookup}
            openReader={openReader}
          />
        ))}
      </ol>
    </section>
  )
}

type RowProps = Omit<Props, 'lit'> & { event: SourceEvent; lit: boolean }

function EventRow({ event, lit, lookup, openReader }: RowProps) {
  const line = describeEvent(lookup, event)
  const evidence = quotesOf(lookup, event.passages)
  const replies = quotesOf(lookup, event.replies)
  const show = (quote: Quote) => (
    <QuoteBlock key={quote.passage} quote={quote}>
      <button class="act" onClick={() => openReader(quote.passage)}>
        Show in source
      </button>
    </QuoteBlock>
  )
  return (
    <li class={lit ? 'lit' : ''}>
      <KindMark kind="action" />
      <div>
        <h3>{sayEvent(line)}</h3>
        <p class="soft">
          {line.date ? '' : 'undated · '}
          {sayEventDetail(line)}
          {lit && ' · on this page'}
        </p>
        <details>
          <summary>{publishersOf(lookup, event.passages).join(', ')}</summary>
          {evidence.map(show)}
          {replies.length > 0 && <h4 class="label">Replies</h4>}
          {replies.map(show)}
          <Disagreements
            items={event.conflicts.map(({ field, readings }) => ({
              field,
              readings: readings.map(({ value, passages }) => ({
                value,
                publishers: publishersOf(lookup, passages),
              })),
            }))}
          />
        </details>
      </div>
    </li>
  )
}

function quotesOf(lookup: IndexLookup, passages: string[]): Quote[] {
  return passages.flatMap((id) => describePassage(lookup, id) ?? [])
}

const UNDATED = '9999'

function byDate(a: SourceEvent, b: SourceEvent): number {
  return (a.date?.value ?? UNDATED).localeCompare(b.date?.value ?? UNDATED)
}
