import type { ActionKind, EntityId, Span } from './source-index.ts'

/** Whom an action concerns, as far as the sentence and the page around it tell. */
export type Target = 'huawei' | 'zte' | 'both' | 'chinese-telecom' | 'other' | OwnTarget

/** A company of the reader's own, by its id. */
export type OwnTarget = `own:${string}`

export function isOwnTarget(target: string): target is OwnTarget {
  return target.startsWith('own:')
}

/** How sure the writer is that it happened: "banned", "did not ban", "may ban", "proposed a ban". */
export type Modality = 'asserted' | 'negated' | 'possible' | 'proposed'

/** A company's name in a text. The span leaves out a possessive. */
export type CompanyMention = Span & {
  kind: 'company'
  company: EntityId
  /** The name is misspelt: "did you mean Huawei?" */
  suggested?: true
  /** The sentence around it, in the same text. */
  sentence: Span
}

/** An agency and what it does, in one clause; the span runs from the one to the other. */
export type ActionMention = Span & {
  kind: 'action'
  agency: EntityId
  /** The others of "the FBI, CIA and NSA warned". */
  alsoBy?: EntityId[]
  action: ActionKind
  target: Target
  modality: Modality
  /** Read from the words around it: a pronoun's, or by a verb that does not tell the kind. */
  inferred?: true
  sentence: Span
}

/** A place in a text that is marked: UTF-16 offsets into that text. */
export type Mention = CompanyMention | ActionMention
