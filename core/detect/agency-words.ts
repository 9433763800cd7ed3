import type { GenericTable } from './detect-generics.ts'
import type { PhraseTable } from './detect-people.ts'
import type { LexiconEntity } from './lexicon.ts'
import type { OfficeTable } from './office-table.ts'

/** What the grouping needs of the lexicon. */
export type AgencyWords = {
  governmentNouns: PhraseTable
  /** Nouns that are a government's only with a modifier ("security service"). */
  governmentHeads: Set<string>
  governmentModifiers: Set<string>
  titles: PhraseTable
  generics: GenericTable
  offices: OfficeTable
  /** The one parliament whose members are told by party and state. */
  congress: LexiconEntity | undefined
}
