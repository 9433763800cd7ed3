import { describePassage, type IndexLookup, type Quote } from '../core/card/card-content.ts'
import type { MentionRef } from '../core/digest/digest.ts'
import { sayVerdict } from '../core/digest/export-markdown.ts'
import type { CheckedQuote, DiffPart } from '../core/digest/quote-check.ts'
import { sayDate, sayOutletsOwnWords, saySpeaker } from '../core/wording.ts'
import { locale, say, sayCount } from '../core/words.ts'

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
        <h2 class="label">{say('digest_quotations')}</h2>
        <span class="soft">{sayNumbers(differing.length, same.length)}</span>
      </div>
      {differing.map((quote) => (
        <QuoteCheck key={keyOf(quote)} quote={quote} {...rest} />
      ))}
      {same.length > 0 && (
        <details open={differing.length === 0 && same.length < 3}>
          <summary>{sayCount('digest_asInSources', same.length)}</summary>
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
  if (differing === 0) return sayCount('digest_foundInSources', all)
  return sayCount('digest_differ', all, { differing })
}

type CheckProps = Omit<Props, 'quotes'> & { quote: PlacedQuote }

function QuoteCheck({ quote, lookup, openReader, goTo }: CheckProps) {
  const { verdict, parts, passages, otherSpeaker, quotation, frame } = quote
  const source = describePassage(lookup, passages[0])
  if (!source) return null
  return (
    <figure class="check">
      <blockquote lang="en" dir="auto">
        “
        {parts.map((part, index) => (
          <Part key={index} part={part} after={index > 0} />
        ))}
        ”
      </blockquote>
      <figcaption>
        <div class="cite">
          <span class={differs(quote) ? 'pill verdict' : 'pill'}>
            {verdict === 'identical' && otherSpeaker
              ? say('digest_otherSpeaker')
              : sayVerdict(verdict)}
          </span>
          <Source source={source} />
        </div>
        {otherSpeaker && (
          <p class="soft">
            {say('digest_speakers', { page: otherSpeaker.page, source: otherSpeaker.source })}
          </p>
        )}
        <div class="acts">
          <button class="act" onClick={() => goTo({ frame, id: quotation.id })}>
            {say('digest_showOnPage')}
          </button>
          <button class="act" onClick={() => openReader(passages[0])}>
            {say('digest_showInSource')}
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
      <b>{attribution ? saySpeaker(attribution) : sayOutletsOwnWords()}</b>
      <span>{say('digest_outletDate', { outlet: publisher, date: sayDate(published) })}</span>
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
          <Unseen words={say('digest_onlySource')} />
          {text}
        </del>
      </>
    )
  return (
    <>
      {space}
      <ins class={kind}>
        <Unseen words={say('digest_onlyPage')} />
        {text}
      </ins>
    </>
  )
}

/** In the reader's language, inside words that are in another. */
function Unseen({ words }: { words: string }) {
  return (
    <span class="visually-hidden" lang={locale()}>
      {words}{' '}
    </span>
  )
}
