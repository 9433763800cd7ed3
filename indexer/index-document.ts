import type { Passage, SourceDocument } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { SeedText } from './decode-seed.ts'
import type { Knowledge } from './knowledge.ts'
import type { ReadPassage } from './read-passages.ts'
import type { SourceEntry } from './read-sources.ts'
import { classifyParagraphs } from './classify-paragraphs.ts'
import { contentId } from '../core/content-id.ts'
import { findClaims } from './find-claims.ts'
import { localKnowledge } from './local-knowledge.ts'
import { readPassages } from './read-passages.ts'

/** A document, its passages as read, and the claims found in them. */
export type IndexedDocument = { document: SourceDocument; read: ReadPassage[]; claims: Claim[] }

/** One seed as a document with passages; `read` has no entry where it holds no sentence. */
export function indexDocument(
  seed: SeedText,
  source: SourceEntry,
  knowledge: Knowledge,
): IndexedDocument {
  const paragraphs = classifyParagraphs(seed.text, source.title)
  const document: SourceDocument = {
    id: contentId('document', seed.file, seed.sha256),
    file: seed.file,
    sha256: seed.sha256,
    title: source.title,
    publisher: source.publisher,
    published: source.published,
    address: source.address,
    paragraphs,
  }
  const local = localKnowledge(knowledge, seed.text)
  const read = readPassages(seed.text, document, local)
  const claims = findClaims(read, local)
  // Claims are found in passages, and then tell what their passages are: the objects stay the same.
  const byPassage = Map.groupBy(claims, (claim) => claim.read)
  for (const one of read) one.passage = finish(one.passage, byPassage.get(one) ?? [])
  return { document, read, claims }
}

/** A passage with what its claims say of it: who acts, how, and that it tells an act. */
function finish(passage: Passage, claims: Claim[]): Passage {
  if (claims.length === 0) return passage
  const agencies = claims.flatMap((claim) => claim.agencies)
  return {
    ...passage,
    // What an official is quoted with stays a claim about the companies, however public.
    stance: /^["“]/.test(passage.text) ? passage.stance : 'action',
    agencies: [...new Set([...passage.agencies, ...agencies])].sort(),
    actions: [...new Set(claims.map(({ action }) => action))].sort(),
  }
}
