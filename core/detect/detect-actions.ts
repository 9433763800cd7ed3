/**
 * Agency actions by clause: an agency group and an action word that belongs to it, active ("the FCC
 * banned"), nominal ("the NCSC's warning"), passive ("was fined by the Commerce Department"), or
 * before a committee ("testified to the Senate panel").
 */

import { dropAsideActs } from './aside-acts.ts'
import { isSubject } from './clause-subject.ts'
import { isQuality } from './compound.ts'
import type { CueTable } from './act-content.ts'
import { matchActive } from './detect-active.ts'
import type { AgencyGroup } from './agency-group.ts'
import type { FoundName } from './detect-names.ts'
import { matchCommittee } from './detect-committee.ts'
import { matchBefore } from './detect-passive.ts'
import { matchNominal } from './detect-nominal.ts'
import { matchOwned } from './detect-owned.ts'
import { matchStated } from './detect-stated.ts'
import { matchPlain } from './detect-plain.ts'
import { matchTrailing } from './detect-trailing.ts'
import type { Token } from './detect-tokens.ts'
import type { Modality } from '../mention.ts'
import type { ActionKind } from '../source-index.ts'
import type { WordTable } from './word-table.ts'

/** One sentence of a block, as the rules see it; positions are token positions. */
export type Clause = {
  text: string
  tokens: Token[]
  from: number
  to: number
  groups: AgencyGroup[]
  companies: FoundName[]
  words: WordTable
  cues: CueTable
}

/** An action word that belongs to a group. `kind` is open where it repeats an earlier action. */
export type ActionMatch = {
  group: AgencyGroup
  /** Token positions of the action word or phrase, half-open. */
  from: number
  to: number
  kind: ActionKind | undefined
  weak: boolean
  modality: Modality
  /** The action word is a noun. */
  isNoun?: boolean
  /** The action word gives leave: negated it is a ban. */
  permits?: boolean
  how: 'active' | 'nominal' | 'passive' | 'committee' | 'said' | 'plain'
}

/** The actions of one sentence, in order, none overlapping; those of its pronouns are handed in. */
export function findActions(clause: Clause, ofPronouns: ActionMatch[]): ActionMatch[] {
  const matches = clause.groups
    .filter((group) => group.from >= clause.from && group.to <= clause.to)
    .flatMap((group) => matchGroup(clause, group) ?? [])
    .filter((match) => !(isLaw(match.group) && isNounOnly(match)))
    .filter((match) => !match.weak || !(isLaw(match.group) || isChinaAtLarge(clause, match)))
    // "China could force it to spy": what others fear of it is no act
    .filter(({ group, modality }) => !(group.agency?.country === 'CN' && modality === 'possible'))
    // "China's security law": its laws are named, not made
    .filter(
      ({ group, kind, how }) =>
        !(how === 'nominal' && kind === 'legislate' && group.agency?.country === 'CN'),
    )
  return dropOverlaps([...dropAsideActs(clause, matches), ...ofPronouns])
}

/** "as long as China has such a law": a company's home is named with it in many ways. */
function isChinaAtLarge({ companies }: Clause, { group, from }: ActionMatch): boolean {
  return group.agency?.country === 'CN' && !companies.some((name) => name.from >= from)
}

/** "The law prohibits", "the Secure Networks Act bars". */
function isLaw({ generic, form }: AgencyGroup): boolean {
  return generic === 'law' || generic === 'country' || form?.rule.law === true
}

/** "the act's prohibitions" names what the law says, and tells no act. */
function isNounOnly({ how, group }: ActionMatch): boolean {
  return how === 'nominal' && group.possessive
}

function matchGroup(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  if (isQuality(clause, group)) return undefined
  const committee = group.agency?.classes?.includes('legislature')
    ? matchCommittee(clause, group)
    : undefined
  if (committee) return committee
  const before = matchBefore(clause, group)
  if (before) return before
  const nominal = matchNominal(clause, group)
  if (nominal && (group.possessive || !nominal.weak)) return nominal
  return (
    matchActive(clause, group) ?? nominal ?? plainAct(clause, group) ?? matchOwned(clause, group)
  )
}

/** Any other verb of an agency that is the subject of its clause. */
function plainAct(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  if (!isSubject(clause, group)) return undefined
  return matchPlain(clause, group) ?? matchTrailing(clause, group) ?? matchStated(clause, group)
}

/** Where two overlap, a name wins over a pronoun, the sure word over the weak, then the shorter span. */
function dropOverlaps(matches: ActionMatch[]): ActionMatch[] {
  const kept: ActionMatch[] = []
  const ranked = [...matches].sort(
    (a, b) =>
      Number(isPronoun(a)) - Number(isPronoun(b)) ||
      Number(a.weak) - Number(b.weak) ||
      width(a) - width(b),
  )
  for (const match of ranked) {
    if (!kept.some((other) => first(match) < last(other) && first(other) < last(match)))
      kept.push(match)
  }
  return kept.sort((a, b) => first(a) - first(b))
}

const isPronoun = (match: ActionMatch) => match.group.role === 'pronoun'
const first = (match: ActionMatch) => Math.min(match.group.from, match.from)
const last = (match: ActionMatch) => Math.max(match.group.to, match.to)
const width = (match: ActionMatch) => last(match) - first(match)
