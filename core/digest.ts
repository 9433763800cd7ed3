import { nameOf, type IndexLookup } from './card-content.ts'
import { companiesOf, queryFor } from './context-query.ts'
import type { ContextFinder } from './context.ts'
import type { ListedMention, PageReport } from './page-report.ts'
import type { EventId } from './source-index.ts'
import { saySubject } from './wording.ts'

/** A mention and the frame that it stands in. */
export type PlacedMention = ListedMention & { frame: number }

/** Mentions of the same company, or of the same agency doing the same to the same target. */
export type MentionGroup = {
  key: string
  kind: 'action' | 'company'
  /** `huawei`, `zte` or `action`: which mark it has in the page. */
  mark: string
  label: string
  mentions: PlacedMention[]
  /** How many documents speak of it. */
  documents: number
  event?: EventId
}

/** The page at a glance: what the digest lists. */
export type PageDigest = {
  title: string
  address: string
  groups: MentionGroup[]
  total: number
  /** Events of the sources that this page speaks of. */
  events: Set<EventId>
}

/**
 * Groups the mentions of a page's frames: agency actions first, then companies, each by number of
 * mentions; inside a group they keep their reading order.
 */
export function digestPage(
  frames: ReadonlyMap<number, PageReport>,
  finder: ContextFinder,
  lookup: IndexLookup,
): PageDigest {
  const top = frames.get(0)
  const mentions = [...frames]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([frame, report]) => report.mentions.map((mention) => ({ ...mention, frame })))
  const companies = companiesOf(mentions)
  const groups = [...Map.groupBy(mentions, (mention) => groupKey(mention))]
    .map(([key, members]) => describeGroup(key, members, companies, finder, lookup))
    .toSorted(byKindThenNumber)
  return {
    title: top?.title ?? '',
    address: top?.address ?? '',
    groups,
    total: mentions.length,
    events: new Set(groups.flatMap((group) => group.event ?? [])),
  }
}

function groupKey(mention: ListedMention): string {
  if (mention.kind === 'company') return mention.company
  return [mention.agency, mention.action, mention.target].join(' ')
}

function describeGroup(
  key: string,
  mentions: PlacedMention[],
  companies: string[],
  finder: ContextFinder,
  lookup: IndexLookup,
): MentionGroup {
  const [first] = mentions
  if (!first) throw new Error('a group has at least one mention')
  const context = finder.find(queryFor(first, companies))
  const documents = new Set(
    context.passages.flatMap(({ passage }) => lookup.passages.get(passage)?.document ?? []),
  )
  return {
    key,
    kind: first.kind,
    mark: first.kind === 'action' ? 'action' : first.company,
    label: labelOf(first, lookup),
    mentions,
    documents: documents.size,
    ...(first.kind === 'action' && context.event !== undefined && { event: context.event }),
  }
}

function labelOf(mention: ListedMention, lookup: IndexLookup): string {
  if (mention.kind === 'company') return nameOf(lookup, mention.company)
  const { agency, action, target } = mention
  return saySubject({ kind: 'action', agency: nameOf(lookup, agency), action, target })
}

function byKindThenNumber(a: MentionGroup, b: MentionGroup): number {
  if (a.kind !== b.kind) return a.kind === 'action' ? -1 : 1
  return b.mentions.length - a.mentions.length
}
