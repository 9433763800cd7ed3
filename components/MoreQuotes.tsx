import type { JSX } from 'preact'
import type { Quote, ShownQuote } from '../core/card/card-content.ts'

type Props = {
  best: ShownQuote | undefined
  quotes: ShownQuote[]
  show: (quote: Quote) => JSX.Element
}

/** The further quotes, folded away; where the reason for showing changes, it is said. */
export function MoreQuotes({ best, quotes, show }: Props) {
  const publishers = [...new Set(quotes.map((quote) => quote.publisher))]
  return (
    <details class="more">
      <summary>
        <span>Also: {publishers.join(', ')}</span>
        <span class="soft">{quotes.length} more</span>
      </summary>
      {quotes.map((quote, at) => (
        <div key={quote.passage} class="also">
          {quote.reason !== (quotes[at - 1] ?? best)?.reason && (
            <h3 class="label">{quote.reason}</h3>
          )}
          {show(quote)}
        </div>
      ))}
    </details>
  )
}
