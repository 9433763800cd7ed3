import type { IndexLookup } from '../core/card/card-content.ts'
import { titleOf } from '../core/digest/document-title.ts'
import { sayDate } from '../core/wording.ts'
import { say, sayCount, sayNumber } from '../core/words.ts'
import { CoverageSummary } from './CoverageSummary.tsx'

type Props = { lookup: IndexLookup; openDocument(id: string): void }

/** What the sources cover, document by document, and in numbers. */
export function SourceList({ lookup, openDocument }: Props) {
  const { documents, passages } = lookup.index
  return (
    <section>
      <div class="sec">
        <h2 class="label">{say('digest_documents')}</h2>
        <span class="soft">{sayNumber(documents.length)}</span>
      </div>
      <ol>
        {documents.map((document) => (
          <li class="source" key={document.id}>
            <h3 lang="en" dir="auto">
              {titleOf(lookup, document)}
            </h3>
            <div class="cite">
              <b>{document.publisher}</b>
              <span>{sayDate(document.published)}</span>
              <span>
                {sayCount(
                  'digest_passages',
                  passages.filter((one) => one.document === document.id).length,
                )}
              </span>
            </div>
            <button class="act" onClick={() => openDocument(document.id)}>
              {say('digest_readDocument')}
            </button>
          </li>
        ))}
      </ol>
      <CoverageSummary lookup={lookup} />
    </section>
  )
}
