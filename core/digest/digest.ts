import { nameOf, type IndexLookup } from '../card/card-content.ts'
import { companiesOf, queryFor } from '../context/context-query.ts'
import type { Context, ContextFinder, ContextQuery } from '../context/context.ts'
import { markOf, type ListedMention, type PageReport } from '../page-report.ts'
import type { EntityId, EventId } from '../source-index.ts'
import { saySubject } from '../wording.ts'
import { sayList } from '../words.ts'

/** A mention's number in a frame. */
export type MentionRef = { frame: number; id: number }

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
  /** What the sources hold for the first of them. */
  context: Context
  /** How many documents the sources quote on it. */
  documents: number
  /** The sources hold nothing closer than background on the company. */
  onlyBackground: boolean
  event?: EventId
}

/** The page at a glance: what the digest lists. */
export type PageDigest = {
  title: string
  address: string
  groups: MentionGroup[]
  /** All mentions in reading order, the page's own before those of its frames. */
  mentions: PlacedMention[]
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
  const groups = [...Map.groupBy(mentions, groupKey)]
    .map(([key, members]) => describeGroup(key, members, companies, finder, lookup))
    .toSorted(byKindThenNumber)
  return {
    title: top?.title ?? '',
    address: top?.address ?? '',
    groups,
    mentions,
    total: mentions.length,
    events: new Set(groups.flatMap((group) => group.event ?? [])),
  }
}

const YEAR = /\b(?:19|20)\d\d\b/g

/** A sentence that names another year speaks of another event. */
function groupKey(mention: ListedMention): string {
  if (mention.kind === 'company') return mention.company
  const { agency, alsoBy = [], action, target, sentence } = mention
  return [agency, ...alsoBy, action, target, ...(sentence.match(YEAR) ?? [])].join(' ')
}

function describeGroup(
  key: string,
  mentions: PlacedMention[],
  companies: EntityId[],
  finder: ContextFinder,
  lookup: IndexLookup,
): MentionGroup {
  const [first] = mentions
  if (!first) throw new Error('a group has at least one mention')
  const context = findCached(finder, queryFor(first, companies))
  const documents = new Set(
    context.passages.flatMap(({ passage }) => lookup.passages.get(passage)?.document ?? []),
  )
  return {
    key,
    kind: first.kind,
    mark: markOf(first),
    label: sayGroup(first, lookup),
    mentions,
    context,
    documents: documents.size,
    onlyBackground: context.passages.every(({ tier }) => tier === 'background'),
    ...(first.kind === 'action' && context.event !== undefined && { event: context.event }),
  }
}

/** Answers kept for one finder; a page that ticks asks the same again and again. */
const answers = new WeakMap<ContextFinder, Map<string, Context>>()
const MOST_ANSWERS = 2000

/** What the finder answers; the same question is asked once. */
export function findCached(finder: ContextFinder, query: ContextQuery): Context {
  const kept = answers.get(finder) ?? new Map<string, Context>()
  const key = JSON.stringify(query)
  const context = kept.get(key) ?? finder.find(query)
  if (kept.size >= MOST_ANSWERS) kept.clear()
  answers.set(finder, kept.set(key, context))
  return context
}

/** The label of the group that a mention belongs to, in the reader's language. */
export function sayGroup(mention: ListedMention, lookup: IndexLookup): string {
  if (mention.kind === 'company') return nameOf(lookup, mention.company)
  const { agency, alsoBy = [], action, target } = mention
  const names = [agency, ...alsoBy].map((id) => nameOf(lookup, id))
  return saySubject({ kind: 'action', agency: sayList(names), action, target })
}

function byKindThenNumber(a: MentionGroup, b: MentionGroup): number {
  if (a.kind !== b.kind) return a.kind === 'action' ? -1 : 1
  return b.mentions.length - a.mentions.length
}
