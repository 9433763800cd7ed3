import type { JSX } from 'preact'
import type { CardContent, Quote } from '../core/card/card-content.ts'
import type { Reply } from '../core/card/card-replies.ts'
import { sayReplyHead, sayUnanswered } from '../core/card/card-wording.ts'
import { sayCount } from '../core/words.ts'

type Props = { content: CardContent; show: (quote: Quote) => JSX.Element }

/** What the companies answered, the first answer of each in view; and whose answer is missing. */
export function Replies({ content: { replies, unanswered, event }, show }: Props) {
  const groups = [...Map.groupBy(replies, sayReplyHead)]
  return (
    <>
      {groups.map(([head, [first, ...others]]) => (
        <section class="reply" key={head}>
          <h3 class="label">{head}</h3>
          {first && show(first)}
          {others.length > 0 && <OtherReplies replies={others} show={show} />}
        </section>
      ))}
      {unanswered.length > 0 && (
        <p class="reply note">{sayUnanswered(unanswered, event !== undefined)}</p>
      )}
    </>
  )
}

function OtherReplies({ replies, show }: { replies: Reply[]; show: Props['show'] }) {
  return (
    <details class="more">
      <summary>
        <span>{sayCount('card_moreReplies', replies.length)}</span>
      </summary>
      {replies.map(show)}
    </details>
  )
}
