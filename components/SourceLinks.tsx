import type { IndexLookup } from '../core/card/card-content.ts'
import { titleOf } from '../core/digest/document-title.ts'
import { sayDate } from '../core/wording.ts'
import { say } from '../core/words.ts'

/** The source documents as links of the reader page. */
export function SourceLinks({ lookup }: { lookup: IndexLookup }) {
  return (
    <ul class="source-links">
      {lookup.index.documents.map((document) => (
        <li key={document.id}>
          <a href={`#${document.id}`} lang="en" dir="auto">
            {titleOf(lookup, document)}
          </a>
          <span class="soft">
            {say('digest_outletDate', {
              outlet: document.publisher,
              date: sayDate(document.published),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
