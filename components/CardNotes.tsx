import type { CardContent } from '../core/card/card-content.ts'
import { sayModality, sayReason } from '../core/card/card-wording.ts'
import type { MarkedPlace } from '../core/card/marked-place.ts'
import { say } from '../core/words.ts'

type Props = { content: CardContent; marked: MarkedPlace }

/** What a reader must know before the quotes: how the page puts it, and why these are shown. */
export function CardNotes({ content, marked }: Props) {
  const { subject, event, quotes } = content
  const modality = marked.modality && sayModality(marked.modality)
  const [best] = quotes
  const isEmpty = subject.kind === 'action' && !event
  return (
    <>
      {modality && <p class="note said">{modality}</p>}
      {isEmpty && <p class="note said">{say('card_nothingClose')}</p>}
      {best && <p class="note why">{sayReason(best, content)}</p>}
    </>
  )
}
