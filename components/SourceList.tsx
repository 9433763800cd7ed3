import { nameOf, type IndexLookup } from '../core/card-content.ts'
import type { SourceDocument } from '../core/source-index.ts'
import { sayCoverage, sayDate } from '../core/wording.ts'

type Props = { lookup: IndexLookup; openDocument(id: string): void }

/** What the sources cover, document by document. */
export function SourceList({ lookup, openDocument }: Props) {
  const { documents, events } = lookup.index
  const agencies = new Set(events.flatMap((event) => event.agencies))
  return (
    <section>
      <h2 class="sec label">What the sources cover</h2>
      {lookup.coverage && (
        <p class="coverage">
          {sayCoverage(lookup.coverage)}: {events.length} events by {agencies.size} agencies (
          {[...agencies]
            .map((id) => nameOf(lookup, id))
            .toSorted()
            .join(', ')}
          ). What is not here is not denied: no record is no clearance.
        </p>
      )}
      <ol>
        {documents.map((document) => (
          <li class="source" key={document.id}>
            <h3>{titleOf(lookup, document)}</h3>
            <div class="cite">
              <b>{document.publisher}</b>
              <span>{sayDate(document.published)}</span>
            </div>
            <button class="act" onClick={() => openDocument(document.id)}>
              Read the document
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

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
