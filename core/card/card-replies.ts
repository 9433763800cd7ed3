import type { IndexLookup, Quote } from './card-content.ts'
import { isOwnTarget } from '../mention.ts'
import type { ContextQuery } from '../context/context.ts'
import type { EntityId, Passage, SourceEvent } from '../source-index.ts'

/** A company's answer. */
export type Reply = Quote & {
  /** The companies that answer, by name. */
  by: string[]
  /** They say it themselves, or the outlet does in its own words; otherwise another tells of it. */
  firstHand: boolean
  /** It answers this event, or the card is about no event; otherwise it was said of another one. */
  toThis: boolean
}

/** What is known of a reply besides its words. */
export function describeReply(
  lookup: IndexLookup,
  quote: Quote,
  event: SourceEvent | undefined,
): Reply {
  const passage = lookup.passages.get(quote.passage)
  const names = (passage?.companies ?? []).flatMap((id) => lookup.entities.get(id)?.name ?? [])
  const speaker = quote.attribution?.speaker
  const speaking = names.filter((name) => speaker?.includes(name))
  return {
    ...quote,
    by: speaking.length > 0 ? speaking : names,
    firstHand: speaker === undefined || speaking.length > 0,
    toThis: event === undefined || event.replies.includes(quote.passage),
  }
}

/**
 * The companies concerned of which the sources give no reply to this, by name. Empty where nothing
 * is said against them.
 */
export function findUnanswered(
  lookup: IndexLookup,
  query: ContextQuery,
  event: SourceEvent | undefined,
  shown: Passage[],
): string[] {
  if (!event && !shown.some((passage) => passage.stance === 'allegation')) return []
  const replies = event
    ? [...event.replies, ...event.passages].flatMap((id) => lookup.passages.get(id) ?? [])
    : lookup.index.passages
  const answering = new Set(
    replies
      .filter((one) => one.stance === 'response' || event?.replies.includes(one.id))
      .flatMap((one) => one.companies),
  )
  return concernedBy(lookup, query, event)
    .filter((id) => !answering.has(id))
    .flatMap((id) => lookup.entities.get(id)?.name ?? [])
}

function concernedBy(
  lookup: IndexLookup,
  { company, target }: ContextQuery,
  event: SourceEvent | undefined,
): EntityId[] {
  if (event) return event.targets.filter((id) => lookup.entities.get(id)?.kind === 'company')
  if (company !== undefined) return [company]
  if (target === 'both') return ['huawei', 'zte']
  return target === 'huawei' || target === 'zte' || isOwnTarget(target ?? '') ? [target ?? ''] : []
}
