import type { IndexLookup } from '../core/card/card-content.ts'
import { titleOf } from '../core/digest/document-title.ts'
import { sayDate } from '../core/wording.ts'
import { CoverageSummary } from './CoverageSummary.tsx'

type Props = { lookup: IndexLookup; openDocument(id: string): void }

/** What the sources cover, document by document, and in numbers. */
export function SourceList({ lookup, openDocument }: Props) {
  const { documents, passages } = lookup.index
  return (
    <section>
      <div class="sec">
        <h2 class="label">Documents</h2>
        <span class="soft">{documents.length}</span>
      </div>
      <ol>
        {documents.map((document) => (
          <li class="source" key={document.id}>
            <h3>{titleOf(lookup, document)}</h3>
            <div class="cite">
              <b>{document.publisher}</b>
              <span>{sayDate(document.published)}</span>
              <span>{passages.filter((one) => one.document === document.id).length} passages</span>
            </div>
            <button class="act" onClick={() => openDocument(document.id)}>
              Read the document
            </button>
          </li>
        ))}
      </ol>
      <CoverageSummary lookup={lookup} />
    </section>
  )
}
