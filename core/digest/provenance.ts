/** How a fact about a document is known, and why, in words where there is more to say. */
export type Provenance = { basis: 'text' | 'inferred' | 'looked-up'; why?: string }

/** The facts about a document that somebody had to establish. */
export const PROVENANCE_FACTS = ['title', 'publisher', 'published', 'address'] as const
export type DocumentProvenance = Partial<Record<(typeof PROVENANCE_FACTS)[number], Provenance>>

/**
 * Reads what `sources.json` says of one file. Whatever is missing or of another shape is left out: a
 * fact without provenance is shown without.
 */
export function readProvenance(sources: unknown, file: string): DocumentProvenance {
  const documents = fieldOf(sources, 'documents')
  const own = Array.isArray(documents)
    ? documents.find((one: unknown) => fieldOf(one, 'file') === file)
    : undefined
  const provenance: DocumentProvenance = {}
  for (const fact of PROVENANCE_FACTS) {
    const found = readFact(fieldOf(own, fact))
    if (found) provenance[fact] = found
  }
  return provenance
}

function readFact(fact: unknown): Provenance | undefined {
  const basis = fieldOf(fact, 'basis')
  const why = fieldOf(fact, 'why')
  if (basis !== 'text' && basis !== 'inferred' && basis !== 'looked-up') return undefined
  return typeof why === 'string' ? { basis, why } : { basis }
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}
