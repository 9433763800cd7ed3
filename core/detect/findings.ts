import type { PronounClass } from './detect-pronouns.ts'
import type { CompanyMention, Mention, Modality } from '../mention.ts'
import type { ActionKind, EntityId, Span } from '../source-index.ts'

/** A company's name in a block; not `sure` where only the page can tell. */
export type CompanyCandidate = Span &
  Pick<CompanyMention, 'company' | 'sentence' | 'suggested'> & { sure: boolean }

/** An agency with an action word in one clause, before the page decides. */
export type ActionCandidate = Span & {
  /** Open for a generic ("the regulator"). */
  agency: EntityId | undefined
  /** Its class; of an ambiguous name, that of its second reading. */
  generic: string | undefined
  alsoBy: EntityId[]
  /** Open where it repeats an earlier action ("followed suit"). */
  action: ActionKind | undefined
  modality: Modality
  weak: boolean
  /** A pronoun's, or by a verb that does not tell the kind. */
  inferred: boolean
  sure: boolean
  sentence: Span
  /** Companies in the same sentence that it concerns. */
  companies: EntityId[]
  /** The sentence names Chinese telecom equipment. */
  topic: boolean
  /** … by a phrase for one company ("the Chinese telecom giant"). */
  meansCompany: boolean
  /** The sentence refers back ("the two companies"), or is about the field ("5G networks"). */
  anaphor: boolean
  /** Something else is named as its object. */
  otherObject: boolean
  /** Its clause names others after the action word, by names that the lexicon does not know. */
  otherNames: boolean
  /** A country or a seat of government acts. */
  place: boolean
  /** The country that the page must name for an ambiguous name to be sure. */
  home: string | undefined
  classes: string[]
  /** A person who speaks for the agency said it; at a hearing that is testimony. */
  saidInPerson: boolean
  /** The last action word before it in the block, whoever's it is. */
  earlierAction: ActionKind | undefined
}

/** What a block of a page holds; offsets into that block. */
export type BlockFindings = {
  companies: CompanyCandidate[]
  actions: ActionCandidate[]
  /** Where Chinese telecom equipment is named without a company. */
  topics: Span[]
  /** Every agency named, with or without an action. */
  agencies: AgencyNaming[]
  /** Whom a pronoun at the beginning of the next block means. */
  lead: BlockLead
}

/** An agency that leads a block's last sentence; the one of the block before; or nobody of ours. */
export type BlockLead =
  | { agency: EntityId | undefined; generic: string | undefined; pronoun: PronounClass }
  | 'earlier'
  | undefined

/** An agency named in a block. */
export type AgencyNaming = Span & {
  agency: EntityId
  sure: boolean
  classes: string[]
  country: string | undefined
  /** The whole government that it is, or is part of. */
  government: EntityId | undefined
  /** A country's name, which is a place as often as a government. */
  place: boolean
}

/** What the gate made of one candidate, and why, in words for a person who tunes the lexicon. */
export type GateDecision = { span: Span; mention: Mention | undefined; reason: string }
