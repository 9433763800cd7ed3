import { choose } from './choose-passages.ts'
import type { WholeCounts } from './context-source.ts'
import { findEvent } from './find-event.ts'
import { findReplies } from './find-replies.ts'
import type { Target } from '../mention.ts'
import type { Prepared } from './prepare-index.ts'
import { prepareIndex, type Readers } from './prepare-index.ts'
import { rateBackground, ratePassages } from './rate-passages.ts'
import type {
  ActionKind,
  Conflict,
  EntityId,
  EventId,
  PassageId,
  SourceIndex,
} from '../source-index.ts'

/** How close a passage is to the mention; the order is the order of showing. */
export type Tier = 'same-event' | 'same-agency' | 'same-action' | 'background'

/** What a card or the digest asks about one mention. */
export type ContextQuery = {
  /** Set for an agency action. */
  agency?: EntityId
  /** The others of "the FBI, CIA and NSA warned". */
  alsoBy?: EntityId[]
  action?: ActionKind
  target?: Target
  /** Set for a company. */
  company?: EntityId
  /** The sentence that the mention stands in. */
  sentence: string
  /** Companies that the page names anywhere, the most frequent first. */
  pageCompanies: EntityId[]
}

export type ContextPassage = {
  passage: PassageId
  tier: Tier
  /** Why it is shown, in a few words a reader understands ("the same event"). */
  reason: string
}

/** What the sources hold for one mention, ready to show. */
export type Context = {
  /** The sources' event that the mention speaks of, where there is one. */
  event?: EventId
  /** Best first; at most `MAX_PASSAGES`, from as many documents as possible. */
  passages: ContextPassage[]
  /** What the companies answered. */
  replies: PassageId[]
  conflicts: Conflict[]
}

/** A card's worth. */
export const MAX_PASSAGES = 5

/** Answers what the sources hold for a mention. Pure; the same query gives the same answer. */
export type ContextFinder = { find: (query: ContextQuery) => Context }

/**
 * Prepares an index for answering; the cost is linear in its passages. `whole`: what is known of the
 * sources of which the index is only a part; `readers`: of its entities, where they are there already.
 */
export function createContextFinder(
  index: SourceIndex,
  whole?: WholeCounts,
  readers?: Readers,
): ContextFinder {
  const prepared = prepareIndex(index, whole, readers)
  return { find: (query) => findContext(prepared, query) }
}

function findContext(prepared: Prepared, query: ContextQuery): Context {
  const words = prepared.ranker.score(query.sentence)
  const event = findEvent(prepared, query, words)
  // an event's replies stand beside it, not among its evidence
  const rated = ratePassages(prepared, query, event, words).filter(
    (one) => !event?.replies.includes(one.passage.id),
  )
  const closest = choose(rated, prepared.ranker, MAX_PASSAGES)
  const chosen =
    closest.length > 0
      ? closest
      : choose(rateBackground(prepared, query), prepared.ranker, MAX_PASSAGES)
  return {
    ...(event && { event: event.id }),
    passages: chosen.map((one) => ({
      passage: one.passage.id,
      tier: one.tier,
      reason: REASONS[one.tier],
    })),
    replies: findReplies(prepared, query, event, chosen, words),
    conflicts: [...(event?.conflicts ?? []), ...companyConflicts(prepared, query)],
  }
}

const REASONS: Record<Tier, string> = {
  'same-event': 'the same event',
  'same-agency': 'the same agency on the same company',
  'same-action': 'a similar action',
  background: 'background',
}

function companyConflicts(prepared: Prepared, query: ContextQuery): Context['conflicts'] {
  if (query.company === undefined) return []
  return prepared.tree.get(query.company)?.conflicts ?? []
}
