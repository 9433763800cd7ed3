import type { CardContent } from '../core/card/card-content.ts'
import { MODALITY_NOTES, sayReason } from '../core/card/card-wording.ts'
import type { MarkedPlace } from '../core/card/marked-place.ts'

type Props = { content: CardContent; marked: MarkedPlace }

/** What a reader must know before the quotes: how the page puts it, and why these are shown. */
export function CardNotes({ content, marked }: Props) {
  const { subject, event, quotes } = content
  const modality = marked.modality && MODALITY_NOTES[marked.modality]
  const [best] = quotes
  const isEmpty = subject.kind === 'action' && !event
  return (
    <>
      {modality && <p class="note said">{modality}</p>}
      {isEmpty && (
        <p class="note said">The sources hold nothing on this very action. What comes closest:</p>
      )}
      {best && <p class="note why">{sayReason(best, content)}</p>}
    </>
  )
}
