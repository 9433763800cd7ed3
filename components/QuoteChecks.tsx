import { describePassage, type IndexLookup, type Quote } from '../core/card/card-content.ts'
import type { MentionRef } from '../core/digest/digest.ts'
import { VERDICT_WORDS } from '../core/digest/export-markdown.ts'
import type { CheckedQuote, DiffPart } from '../core/digest/quote-check.ts'
import { OUTLETS_OWN_WORDS, sayDate, saySpeaker } from '../core/wording.ts'

/** A checked quotation and the frame that it stands in. */
export type PlacedQuote = CheckedQuote & { frame: number }

type Props = {
  quotes: PlacedQuote[]
  lookup: IndexLookup
  openReader(passage: string): void
  goTo(at: MentionRef): void
}

/** The page's quotations beside the sources', those that differ first. */
export function QuoteChecks({ quotes, ...rest }: Props) {
  if (quotes.length === 0) return null
  const differing = quotes.filter(differs)
  const same = quotes.filter((quote) => !differs(quote))
  return (
    <section class="checks">
      <div class="sec">
        <h2 class="label">Quotations checked</h2>
        <span class="soft">{sayNumbers(differing.length, same.length)}</span>
      </div>
      {differing.map((quote) => (
        <QuoteCheck key={keyOf(quote)} quote={quote} {...rest} />
      ))}
      {same.length > 0 && (
        <details open={differing.length === 0 && same.length < 3}>
          <summary>{same.length} as in the sources</summary>
          {same.map((quote) => (
            <QuoteCheck key={keyOf(quote)} quote={quote} {...rest} />
          ))}
        </details>
      )}
    </section>
  )
}

const keyOf = ({ frame, quotation }: PlacedQuote) => `${frame}:${quotation.id}`

/** Worth a reader's look: words that differ unmarked, or another speaker. */
function differs({ verdict, otherSpeaker }: PlacedQuote): boolean {
  return verdict === 'altered' || otherSpeaker !== undefined
}

function sayNumbers(differing: number, same: number): string {
  const all = differing + same
  return differing === 0 ? `${all} found in the sources` : `${differing} of ${all} differ`
}

type CheckProps = Omit<Props, 'quotes'> & { quote: PlacedQuote }

function QuoteCheck({ quote, lookup, openReader, goTo }: CheckProps) {
  const { verdict, parts, passages, otherSpeaker, quotation, frame } = quote
  const source = describePassage(lookup, passages[0])
  if (!source) return null
  return (
    <figure class="check">
      <blockquote>
        “
        {parts.map((part, index) => (
          <Part key={index} part={part} after={index > 0} />
        ))}
        ”
      </blockquote>
      <figcaption>
        <div class="cite">
          <span class={differs(quote) ? 'pill verdict' : 'pill'}>
            {verdict === 'identical' && otherSpeaker ? 'another speaker' : VERDICT_WORDS[verdict]}
          </span>
          <Source source={source} />
        </div>
        {otherSpeaker && (
          <p class="soft">
            The page names {otherSpeaker.page}; the source names {otherSpeaker.source}.
          </p>
        )}
        <div class="acts">
          <button class="act" onClick={() => goTo({ frame, id: quotation.id })}>
            Show on page
          </button>
          <button class="act" onClick={() => openReader(passages[0])}>
            Show in source
          </button>
        </div>
      </figcaption>
    </figure>
  )
}

function Source({ source }: { source: Quote }) {
  const { attribution, publisher, published } = source
  return (
    <>
      <b>{attribution ? saySpeaker(attribution) : OUTLETS_OWN_WORDS}</b>
      <span>
        {publisher}, {sayDate(published)}
      </span>
    </>
  )
}

/** Struck out: in the source only. Underlined: on the page only. Each is named for who cannot see it. */
function Part({ part: { kind, text }, after }: { part: DiffPart; after: boolean }) {
  const space = after ? ' ' : ''
  if (kind === 'same') return <>{space + text}</>
  if (kind === 'missing' || kind === 'left-out')
    return (
      <>
        {space}
        <del class={kind}>
          <span class="visually-hidden">only in the source: </span>
          {text}
        </del>
      </>
    )
  return (
    <>
      {space}
      <ins class={kind}>
        <span class="visually-hidden">only on the page: </span>
        {text}
      </ins>
    </>
  )
}
