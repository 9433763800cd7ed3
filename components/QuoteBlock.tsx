import type { ComponentChildren } from 'preact'
import type { Quote } from '../core/card/card-content.ts'
import type { Span } from '../core/source-index.ts'
import {
  OUTLETS_OWN_WORDS,
  needsQuoteMarks,
  sayDate,
  saySpeaker,
  STANDING_WORDS,
} from '../core/wording.ts'

type Props = {
  quote: Quote
  /** Stretches of the text to light up. */
  matches?: Span[]
  /** What can be done with it. */
  children?: ComponentChildren
}

/** A verbatim passage with who says it, in which outlet, and when. */
export function QuoteBlock({ quote, matches = [], children }: Props) {
  const marks = needsQuoteMarks(quote.text)
  return (
    <figure class="quote">
      <blockquote>
        {marks && '“'}
        <LitText text={quote.text} matches={matches} />
        {marks && '”'}
      </blockquote>
      <figcaption>
        <div class="cite">
          <Speaker quote={quote} />
          <span>
            {quote.publisher}, {sayDate(quote.published)}
          </span>
          {quote.readerComment && <span class="pill">reader comment</span>}
        </div>
        {children && <div class="acts">{children}</div>}
      </figcaption>
    </figure>
  )
}

/** The text itself, untouched, with some stretches marked. */
function LitText({ text, matches }: { text: string; matches: Span[] }) {
  const parts: ComponentChildren[] = []
  let at = 0
  for (const { start, end } of matches) {
    parts.push(text.slice(at, start), <mark>{text.slice(start, end)}</mark>)
    at = end
  }
  return <>{[...parts, text.slice(at)]}</>
}

function Speaker({ quote: { attribution, readerComment } }: { quote: Quote }) {
  if (readerComment) return null
  if (!attribution) return <span class="pill">{OUTLETS_OWN_WORDS}</span>
  const { standing, via } = attribution
  const speaker = saySpeaker(attribution)
  const isSaid = speaker.toLowerCase().includes(STANDING_WORDS[standing])
  return (
    <>
      <b>{speaker}</b>
      {!isSaid && <span class="pill">{STANDING_WORDS[standing]}</span>}
      {via && <span>through {via}</span>}
    </>
  )
}
