import type { CardContent, Subject } from '../core/card/card-content.ts'
import {
  sayHeadline,
  sayMarked,
  sayNamed,
  sayOtherAgencies,
  sayTitle,
} from '../core/card/card-wording.ts'
import { sayEventDetail } from '../core/wording.ts'
import type { MarkedPlace } from '../core/card/marked-place.ts'
import { CardButtons } from './CardButtons.tsx'
import { KindMark } from './KindMark.tsx'

type Props = {
  content: CardContent
  marked: MarkedPlace
  pin: () => void
  pinned: boolean
  close: () => void
}

/** What was marked, what it is, and the sources' event. */
export function CardHead({ content, marked, ...buttons }: Props) {
  const { subject, event, coverage } = content
  const others = event && sayOtherAgencies(event)
  return (
    <header>
      <KindMark kind={kindOf(subject)} />
      <p class="marked">{sayMarked(marked, subject, event)}</p>
      <CardButtons {...buttons} />
      <div class="head">
        <h2>{sayTitle(subject, event)}</h2>
        {subject.kind === 'company' && <p>{sayNamed(subject.documents, coverage.documents)}</p>}
        {event && subject.kind === 'company' && <p class="event">{sayHeadline(event)}</p>}
        {event && <p>{sayEventDetail(event)}</p>}
        {others && <p>{others}</p>}
      </div>
    </header>
  )
}

function kindOf(subject: Subject): string {
  return subject.kind === 'action' ? 'action' : subject.company
}
