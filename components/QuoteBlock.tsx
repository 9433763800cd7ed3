import type { ComponentChildren } from 'preact'
import type { Quote } from '../core/card/card-content.ts'
import type { Span, Standing } from '../core/source-index.ts'
import {
  needsQuoteMarks,
  sayDate,
  sayOutletsOwnWords,
  saySpeaker,
  sayStanding,
} from '../core/wording.ts'
import { say } from '../core/words.ts'

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
      <blockquote
        class={opensWithMark(quote.text) ? 'hung' : undefined}
        lang={quote.pack ? undefined : 'en'}
        dir={quote.pack ? 'auto' : 'ltr'}
      >
        {marks && '“'}
        <LitText text={quote.text} matches={matches} />
        {marks && '”'}
      </blockquote>
      <figcaption>
        <div class="cite">
          <Speaker quote={quote} />
          <span>
            {say('card_outletAndDate', { outlet: quote.publisher, date: sayDate(quote.published) })}
          </span>
          {quote.isNew && <span class="pill">{say('sources_newMark')}</span>}
          {quote.pack && (
            <span class="pill" dir="auto">
              {say('card_fromPack', { pack: quote.pack.name })}
            </span>
          )}
          {quote.readerComment && <span class="pill">{say('card_readerComment')}</span>}
        </div>
        {children && <div class="acts">{children}</div>}
      </figcaption>
    </figure>
  )
}

/** The mark at the beginning hangs in the margin, so that the letters stand in line. */
function opensWithMark(text: string): boolean {
  return needsQuoteMarks(text) || /^["“]/.test(text)
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

/** Names and roles, which are the sources' own words, that tell in what standing somebody speaks. */
const TELLS: Record<Standing, RegExp> = {
  'on-record': /on the record/i,
  spokesperson: /spokes(?:wo)?man|spokesperson/i,
  anonymous: /anonymous source/i,
  document: /document/i,
  'reported-by-other': /reported by another outlet/i,
}

function Speaker({ quote: { attribution, readerComment } }: { quote: Quote }) {
  if (readerComment) return null
  if (!attribution) return <span>{sayOutletsOwnWords()}</span>
  const { standing, via } = attribution
  const speaker = saySpeaker(attribution)
  const isSaid = TELLS[standing].test(speaker)
  return (
    <>
      <b>
        <bdi lang="en">{speaker}</bdi>
      </b>
      {!isSaid && <span>{sayStanding(standing)}</span>}
      {via && <span>{say('card_through', { outlet: via })}</span>}
    </>
  )
}
