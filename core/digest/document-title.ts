import type { IndexLookup } from '../card/card-content.ts'
import type { SourceDocument } from '../source-index.ts'

/** Characters of a first sentence that stand for a missing headline. */
const SHORT_TITLE = 80

/** The headline; without one, the document's first sentence, shortened. */
export function titleOf(lookup: IndexLookup, document: SourceDocument): string {
  if (document.title !== null) return document.title
  const first = lookup.index.passages.find((one) => one.document === document.id)?.text ?? ''
  return first.length <= SHORT_TITLE
    ? first
    : `${first.slice(0, SHORT_TITLE).replace(/\s\S*$/, '')}…`
}
