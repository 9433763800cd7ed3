import type { AgencyTree } from '../context/agency-tree.ts'
import { ancestors } from '../context/agency-tree.ts'
import { readable } from '../context/prepare-index.ts'
import { lengthOf, readTerms } from '../context/rank.ts'
import type { EntityId, Passage } from '../source-index.ts'
import { namedIn } from './postings.ts'

/** Everything by which a passage is found, each once; `length` counts its words and concepts. */
export function termsOfPassage(
  passage: Passage,
  tree: AgencyTree,
): { terms: string[]; length: number } {
  const words = readTerms(readable(passage))
  return {
    terms: [...words.keys(), ...entitiesOf([passage], tree).map(namedIn)],
    length: lengthOf(words),
  }
}

/** The companies and agencies that passages name, and what those are part of. */
export function entitiesOf(passages: Passage[], tree: AgencyTree): EntityId[] {
  const named = passages.flatMap(({ companies, agencies }) => [
    ...companies,
    ...agencies.flatMap((id) => ancestors(tree, id)),
  ])
  return [...new Set(named)]
}

/** By which a document is found as a whole: its title's and its outlet's words. */
export function termsOfHeading(heading: string): string[] {
  return [...readTerms(heading).keys()].filter((term) => !term.startsWith('*')).map(headedBy)
}

export const headedBy = (term: string) => `%${term}`
