/**
 * Agency actions by clause: an agency group and an action word that belongs to it, active ("the FCC
 * banned"), nominal ("the NCSC's warning"), passive ("was fined by the Commerce Department"), or
 * before a committee ("testified to the Senate panel").
 */

import { matchActive } from './detect-active.ts'
import type { AgencyGroup } from './agency-group.ts'
import type { FoundName } from './detect-names.ts'
import { matchBefore, matchCommittee } from './detect-passive.ts'
import { matchNominal } from './detect-nominal.ts'
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
  how: 'active' | 'nominal' | 'passive' | 'committee' | 'said'
}

/** The actions of one sentence, in order, none overlapping. */
export function findActions(clause: Clause): ActionMatch[] {
  const matches = clause.groups
    .filter((group) => group.from >= clause.from && group.to <= clause.to)
    .flatMap((group) => matchGroup(clause, group) ?? [])
  return dropOverlaps(matches)
}

function matchGroup(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const committee = group.agency?.classes?.includes('legislature')
    ? matchCommittee(clause, group)
    : undefined
  if (committee) return committee
  const before = matchBefore(clause, group)
  if (before) return before
  const nominal = matchNominal(clause, group)
  if (nominal && (group.possessive || !nominal.weak)) return nominal
  return matchActive(clause, group) ?? nominal
}

/** Where two overlap, the sure word wins over the weak, then the shorter span. */
function dropOverlaps(matches: ActionMatch[]): ActionMatch[] {
  const kept: ActionMatch[] = []
  const ranked = [...matches].sort((a, b) => Number(a.weak) - Number(b.weak) || width(a) - width(b))
  for (const match of ranked) {
    if (!kept.some((other) => first(match) < last(other) && first(other) < last(match)))
      kept.push(match)
  }
  return kept.sort((a, b) => first(a) - first(b))
}

const first = (match: ActionMatch) => Math.min(match.group.from, match.from)
const last = (match: ActionMatch) => Math.max(match.group.to, match.to)
const width = (match: ActionMatch) => last(match) - first(match)
