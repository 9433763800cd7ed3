import { useState } from 'preact/hooks'
import type { CardContent, Quote } from '../core/card/card-content.ts'
import { citeMarkdown, citePlain } from '../core/cite.ts'
import { SAY_GONE } from '../core/card/card-wording.ts'
import type { MarkedPlace } from '../core/card/marked-place.ts'
import { sayCoverage, saySubject } from '../core/wording.ts'
import { CardHead } from './CardHead.tsx'
import { CardNotes } from './CardNotes.tsx'
import { Disagreements } from './Disagreements.tsx'
import { MoreQuotes } from './MoreQuotes.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'
import { Replies } from './Replies.tsx'

type Actions = {
  copy(text: string): Promise<void>
  openReader(passage: string): Promise<void>
  /** Answers how to open it by hand where a page cannot. */
  openDigest(): Promise<string | undefined>
  switchSiteOff(): Promise<void>
  pin(): void
  close(): void
}
type Props = { content: CardContent; marked: MarkedPlace; actions: Actions }

/** What the sources hold about one mention, in the order in which a reader needs it. */
export function Card({ content, marked, actions }: Props) {
  const [status, setStatus] = useState('')
  const [pinned, setPinned] = useState(false)
  const [best, ...others] = content.quotes
  const attempt = (doing: Promise<unknown>) => void doing.catch(() => setStatus(SAY_GONE))
  const copy = (text: string) =>
    void actions.copy(text).then(
      () => setStatus('Citation copied.'),
      () => setStatus('The browser did not allow copying here.'),
    )
  const read = (passage: string) => attempt(actions.openReader(passage))
  const show = (quote: Quote) => (
    <QuoteBlock quote={quote} key={quote.passage}>
      <button class="act" onClick={() => copy(citePlain(quote))}>
        Copy citation
      </button>
      <button
        class="act"
        aria-label="Copy citation as Markdown"
        onClick={() => copy(citeMarkdown(quote))}
      >
        as Markdown
      </button>
      <button class="act" onClick={() => read(quote.passage)}>
        Show in source
      </button>
    </QuoteBlock>
  )
  const pin = () => {
    setPinned(true)
    actions.pin()
  }
  return (
    <section
      class="card"
      role="dialog"
      aria-label={`Sources on ${saySubject(content.subject)}`}
      lang="en"
      tabIndex={-1}
    >
      <CardHead content={content} marked={marked} pin={pin} pinned={pinned} close={actions.close} />
      <div class="body">
        <CardNotes content={content} marked={marked} />
        {best && show(best)}
        {others.length > 0 && <MoreQuotes best={best} quotes={others} show={show} />}
        <Replies content={content} show={show} />
        <Disagreements items={content.disagreements} read={read} />
      </div>
      <p role="status">{status}</p>
      <footer>
        <p>{sayCoverage(content.coverage)}</p>
        <button
          class="act"
          aria-label="Open in digest"
          onClick={() => attempt(actions.openDigest().then((hint) => setStatus(hint ?? '')))}
        >
          Digest
        </button>
        <button class="act" onClick={() => attempt(actions.switchSiteOff())}>
          Off on this site
        </button>
      </footer>
    </section>
  )
}
