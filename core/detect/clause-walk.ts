import type { AgencyGroup } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import type { Modality } from '../mention.ts'

/** Where the walk stands. */
export type Walk = {
  clause: Clause
  group: AgencyGroup
  at: number
  /** A light or unknown verb has been read. */
  begun: boolean
  /** What has been read after the agency may be a plural noun ("government activities"). */
  pluralNoun: boolean
  light: boolean
  unknown: number
  modality: Modality
  passive: boolean
  /** "may", "will", "did": the plain form follows. */
  modal: boolean
  afterTo: boolean
  afterPreposition: boolean
  /** Where a threat was read, which stands if no action follows. */
  threat: number | undefined
  /** The word after an aside: the punctuation before it has been read. */
  asideEnd: number
}

/** A walk that begins at a word, the agency as its subject. */
export function startWalk(clause: Clause, group: AgencyGroup, at: number): Walk {
  return {
    clause,
    group,
    at,
    begun: false,
    pluralNoun: false,
    light: false,
    unknown: 0,
    modality: 'asserted',
    passive: false,
    modal: false,
    afterTo: false,
    afterPreposition: false,
    threat: undefined,
    asideEnd: -1,
  }
}

/** What one word did to the walk: an action found, on to the next, or the end. */
export type Step = ActionMatch | 'on' | 'stop'
