import { nameOf, type IndexLookup } from '../card/card-content.ts'
import type { MentionGroup, PageDigest, PlacedMention } from './digest.ts'
import type { EventId } from '../source-index.ts'
import { sayDocuments, sayTarget } from '../wording.ts'
import { say } from '../words.ts'

/** The orders in which the mentions can be listed. */
export const LIST_ORDERS = ['event', 'page', 'agency', 'company'] as const
export type ListOrder = (typeof LIST_ORDERS)[number]

/** Mentions under one heading; in the order of the page there is only one, without a heading. */
export type ListedGroup = {
  key: string
  /** Missing where the list has no headings. */
  label?: string
  mark: string
  /** What the sources hold, in two or three words. */
  note: string
  mentions: PlacedMention[]
}

/** Puts the mentions of a page in an order; nothing is left out and nothing stands twice. */
export function groupMentions(
  digest: PageDigest,
  order: ListOrder,
  lookup: IndexLookup,
): ListedGroup[] {
  if (order === 'page')
    return [{ key: 'page', mark: 'action', note: '', mentions: digest.mentions }]
  const places = new Map(digest.mentions.map((mention, place) => [mention, place]))
  const parts = digest.groups.flatMap((group) => splitGroup(group, order, lookup))
  return [...Map.groupBy(parts, (part) => part.key)].map(([key, same]) => {
    const groups = same.map((part) => part.group)
    const mentions = groups
      .flatMap((group) => group.mentions)
      .toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    const [first] = same
    return {
      key,
      label: first?.label ?? key,
      mark: first?.group.mark ?? 'action',
      note: sayHeld(groups, lookup),
      mentions,
    }
  })
}

type Part = { key: string; label: string; group: MentionGroup }

function splitGroup(group: MentionGroup, order: ListOrder, lookup: IndexLookup): Part[] {
  const [first] = group.mentions
  if (group.kind === 'company' || first?.kind !== 'action')
    return [{ key: group.key, label: group.label, group }]
  if (order === 'agency')
    return [{ key: `agency ${first.agency}`, label: nameOf(lookup, first.agency), group }]
  if (order === 'company')
    return [
      {
        key: `target ${first.target}`,
        label: say('digest_actionsOn', { target: sayTarget(first.target) }),
        group,
      },
    ]
  return [{ key: group.event ?? `label ${group.label}`, label: group.label, group }]
}

/** `3 documents` for what the sources record; "background only" where nothing is closer. */
function sayHeld(groups: MentionGroup[], lookup: IndexLookup): string {
  const close = groups.filter((group) => !group.onlyBackground)
  if (close.length === 0)
    return groups.some((group) => group.documents > 0) ? say('digest_backgroundOnly') : ''
  const events = new Set(close.flatMap((group) => group.event ?? []))
  const documents = new Set(
    events.size > 0 ? documentsOf(events, lookup) : close.flatMap((group) => quoted(group, lookup)),
  )
  return documents.size > 0 ? sayDocuments(documents.size) : ''
}

function documentsOf(events: Set<EventId>, lookup: IndexLookup): string[] {
  return [...events].flatMap((id) =>
    (lookup.events.get(id)?.passages ?? []).flatMap((one) => documentOf(one, lookup)),
  )
}

/** Documents of the passages that are closer than background. */
function quoted({ context }: MentionGroup, lookup: IndexLookup): string[] {
  return context.passages
    .filter(({ tier }) => tier !== 'background')
    .flatMap(({ passage }) => documentOf(passage, lookup))
}

const documentOf = (passage: string, lookup: IndexLookup) =>
  lookup.passages.get(passage)?.document ?? []
