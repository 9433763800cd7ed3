/**
 * How a passage relates to what a mention says: the rules behind the tiers. A tier is a promise to
 * the reader, so each asks for more than a shared word.
 */

import type { Tier } from './context.ts'
import type { ActionKind } from '../source-index.ts'

/**
 * How an act that the sources tell stands to the one asked about, 0–1 each. `kind`: to what the mention
 * says; `told`: to anything that its sentence tells. `company`: 1 the same company, or none named on
 * either side; the others are `COMPANY`.
 */
export type Relation = { agency: number; kind: number; told: number; company: number }

/** The trade as a whole asked about and one company told of; the reverse; the other company. */
export const COMPANY = { partOfTrade: 0.7, unnamed: 0.5, other: 0.4 }

/** Shared words that make an act similar: one by any agency, one of a kin kind. */
const SIMILAR_WORDS = { any: 0.4, kin: 0.3 }

/** A licence or a charge is its own story: another one by the same government tells nothing of it. */
const STANDS_ALONE: ActionKind[] = ['lift', 'charge']

/**
 * The tier of an act that is not the same event. `words`: closeness of the passage's words. `isBroad`:
 * the agency is a parliament, or a whole government that much of the index speaks of: naming it says
 * little of who acts.
 */
export function tierOf(
  action: ActionKind,
  relation: Relation,
  words: number,
  isBroad: boolean,
): Exclude<Tier, 'same-event'> {
  if (relation.company < COMPANY.partOfTrade)
    return bearsOnOther(action, relation) ? 'same-action' : 'background'
  if (isSameAgency(action, relation, isBroad)) return 'same-agency'
  return isSimilar(action, relation, words) ? 'same-action' : 'background'
}

/** A department's bureau is another agency unless it did something like it; a law is like a law. */
function isSameAgency(action: ActionKind, { agency, kind }: Relation, isBroad: boolean): boolean {
  const like = action === 'legislate' ? 1 : 0.7
  return agency === 1 ? !isBroad || kind >= like : agency >= 0.8 && kind >= 0.5
}

/** A like act by another part of the government or by another ally, or told in like words. */
function isSimilar(action: ActionKind, { agency, kind }: Relation, words: number): boolean {
  // an inquiry by somebody else is a like one if it is into the same: by its words
  if (action === 'investigate' && words < SIMILAR_WORDS.kin) return false
  if (agency >= 0.5 && !STANDS_ALONE.includes(action))
    if (kind >= 0.5 || (kind >= 0.4 && words >= SIMILAR_WORDS.kin)) return true
  return kind >= 0.7 && (agency >= 0.4 || words >= SIMILAR_WORDS.any)
}

/**
 * What an agency did to one company bears on the same deed to the other; so does what the same
 * government did, where the sentence tells that it is another word for it: a list of barred buyers.
 */
function bearsOnOther(action: ActionKind, relation: Relation): boolean {
  const { agency, kind, told, company } = relation
  if (company !== COMPANY.other || STANDS_ALONE.includes(action)) return false
  if (agency >= 0.8 && kind >= 0.7) return true
  return agency >= 0.5 && kind >= 0.5 && told === 1
}
