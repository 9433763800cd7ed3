import type { DateClue } from './digest/page-date.ts'
import type { PageQuotation } from './digest/find-quotations.ts'
import type { ActionKind, EntityId } from './source-index.ts'
import type { Modality, Target } from './mention.ts'
import { OWN } from './packs/own-names.ts'

/** How many of each kind a page, or one of its frames, mentions; `own`: companies of a reader's own packs. */
export type MentionCounts = { huawei: number; zte: number; action: number; own: number }

/** One mention as the digest lists it. `id` is unique in its frame and lives as long as the mark. */
export type ListedMention = {
  id: number
  surface: string
  /** Up to `SNIPPET_REACH` characters of the block's text on either side. */
  before: string
  after: string
  /** The sentence that it stands in. */
  sentence: string
} & (
  | { kind: 'company'; company: EntityId }
  | {
      kind: 'action'
      agency: EntityId
      /** The others of "the FBI, CIA and NSA warned". */
      alsoBy?: EntityId[]
      action: ActionKind
      target: Target
      modality: Modality
    }
)

/** What one frame tells the digest: its mentions in reading order. */
export type PageReport = {
  title: string
  address: string
  site: string | undefined
  off: boolean
  /** An organisation has decided about the site. */
  locked: boolean
  mentions: ListedMention[]
}

/** What a frame tells besides, to a digest that follows it: it takes longer to read. */
export type PageReading = {
  /** Quotations long enough to be traced, in reading order. */
  quotations: PageQuotation[]
  /** What the page says about its own date. */
  dates: DateClue[]
}

export const NO_MENTIONS: MentionCounts = { huawei: 0, zte: 0, action: 0, own: 0 }

/** The sum over a page's frames. */
export function addCounts(counts: Iterable<MentionCounts>): MentionCounts {
  const sum = { ...NO_MENTIONS }
  for (const one of counts) {
    sum.huawei += one.huawei
    sum.zte += one.zte
    sum.action += one.action
    sum.own += one.own
  }
  return sum
}

export function totalCount(counts: MentionCounts): number {
  return counts.huawei + counts.zte + counts.action + counts.own
}

export function countListed(mentions: ListedMention[]): MentionCounts {
  const counts = { ...NO_MENTIONS }
  for (const mention of mentions) counts[countedAs(mention)] += 1
  return counts
}

type Marked = { kind: 'company'; company: EntityId } | { kind: 'action' }

/** What a mention is counted as. */
export function countedAs(mention: Marked): keyof MentionCounts {
  const isOwn = mention.kind === 'company' && mention.company.startsWith(OWN)
  return isOwn ? 'own' : markOf(mention)
}

/** Which mark a mention has. Companies other than ZTE share the first one's. */
export function markOf(mention: Marked): Exclude<keyof MentionCounts, 'own'> {
  if (mention.kind === 'action') return 'action'
  return mention.company === 'zte' ? 'zte' : 'huawei'
}
