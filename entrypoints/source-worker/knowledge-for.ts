import type { AgencyTree } from '../../core/context/agency-tree.ts'
import { createDetector } from '../../core/detect/detect.ts'
import type { Lexicon } from '../../core/detect/lexicon.ts'
import { joinLexicon } from '../../core/packs/join-lexicon.ts'
import type { OwnNames } from '../../core/packs/own-names.ts'
import { hashText } from '../../extension/sources/hash-text.ts'
import { createHierarchy, type Hierarchy } from '../../indexer/hierarchy.ts'
import type { Knowledge } from '../../indexer/knowledge.ts'
import { createKnowledge } from '../../indexer/prepare-lexicon.ts'

/** What it takes to read documents, and a mark of the rules: another mark, and all is read anew. */
export type Reading = {
  knowledge: Knowledge
  hierarchy: Hierarchy
  tree: AgencyTree
  rules: string
  hash: (text: string) => Promise<string>
}

/** The rules with the lexicon and some packs' names. */
export async function createReading(
  lexicon: Lexicon,
  names: OwnNames[],
  version: string,
): Promise<Reading> {
  const { lexicon: joined } = joinLexicon(lexicon, names)
  const knowledge = createKnowledge(joined, createDetector)
  return {
    knowledge,
    hierarchy: createHierarchy(joined.entities),
    tree: new Map(knowledge.entities.map((entity) => [entity.id, entity])),
    rules: await hashText(JSON.stringify([version, names])),
    hash: hashText,
  }
}
