import type { JSX } from 'preact'
import type { Quote, ShownQuote } from '../core/card/card-content.ts'
import { sayTier } from '../core/card/card-wording.ts'
import { say, sayCount, sayList } from '../core/words.ts'

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
        <span>{say('card_also', { outlets: sayList(publishers) })}</span>
        <span class="soft">{sayCount('card_moreQuotes', quotes.length)}</span>
      </summary>
      {quotes.map((quote, at) => (
        <div key={quote.passage} class="also">
          {quote.tier !== (quotes[at - 1] ?? best)?.tier && (
            <h3 class="label">{sayTier(quote.tier)}</h3>
          )}
          {show(quote)}
        </div>
      ))}
    </details>
  )
}
