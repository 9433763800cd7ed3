import { useEffect, useRef } from 'preact/hooks'
import {
  describeEvent,
  describePassage,
  publishersOf,
  type IndexLookup,
  type Quote,
} from '../core/card/card-content.ts'
import type { EventId, SourceEvent } from '../core/source-index.ts'
import { sayDate, sayEvent, sayStatus } from '../core/wording.ts'
import { say, sayList } from '../core/words.ts'
import { Disagreements } from './Disagreements.tsx'
import { KindMark } from './KindMark.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'

type Props = {
  events: SourceEvent[]
  lookup: IndexLookup
  lit: ReadonlySet<EventId>
  chosen: EventId | undefined
  openReader(passage: string): void
}

/** The events as a table: when, and what with its quotes, replies and disagreements. */
export function EventTable({ events, lit, chosen, ...rest }: Props) {
  if (events.length === 0) return null
  return (
    <table class="events">
      <caption class="visually-hidden">{say('digest_inOrderOfTime')}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{say('digest_when')}</th>
          <th scope="col">{say('digest_what')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <EventRow
            key={event.id}
            event={event}
            lit={lit.has(event.id)}
            chosen={event.id === chosen}
            {...rest}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Pick<Props, 'lookup' | 'openReader'> & {
  event: SourceEvent
  lit: boolean
  chosen: boolean
}

function EventRow({ event, lit, chosen, lookup, openReader }: RowProps) {
  const row = useRef<HTMLTableRowElement>(null)
  const quotes = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (!chosen) return
    if (quotes.current) quotes.current.open = true
    row.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [chosen])
  const line = describeEvent(lookup, event)
  return (
    <tr ref={row} class={[lit && 'lit', chosen && 'chosen'].filter(Boolean).join(' ')}>
      <th scope="row">{line.date ? sayDate(line.date) : say('digest_noDate')}</th>
      <td>
        <h3>
          <KindMark kind="action" />
          {sayEvent(line)}
        </h3>
        <p class="soft">
          {lit
            ? say('digest_statusHere', { status: sayStatus(line.status) })
            : sayStatus(line.status)}
        </p>
        <details ref={quotes}>
          <summary>{sayList(publishersOf(lookup, event.passages))}</summary>
          <Evidence event={event} lookup={lookup} openReader={openReader} />
        </details>
      </td>
    </tr>
  )
}

function Evidence({
  event,
  lookup,
  openReader,
}: Pick<RowProps, 'event' | 'lookup' | 'openReader'>) {
  const show = (quote: Quote) => (
    <QuoteBlock key={quote.passage} quote={quote}>
      <button class="act" onClick={() => openReader(quote.passage)}>
        {say('digest_showInSource')}
      </button>
    </QuoteBlock>
  )
  const quotesOf = (passages: string[]) =>
    passages.flatMap((id) => describePassage(lookup, id) ?? [])
  const replies = quotesOf(event.replies)
  return (
    <>
      {quotesOf(event.passages).map(show)}
      {replies.length > 0 && <h4 class="label">{say('digest_replies')}</h4>}
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
    </>
  )
}
