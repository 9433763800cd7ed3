import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CardContent, Quote, ShownQuote, Subject } from '../core/card-content.ts'
import { citePlain, sayCoverage, sayEvent, sayEventDetail, saySubject } from '../core/wording.ts'
import { Disagreements } from './Disagreements.tsx'
import { KindMark } from './KindMark.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'

type Actions = {
  copy(text: string): Promise<void>
  openReader(passage: string): void
  /** Answers how to open it by hand where a page cannot. */
  openDigest(): Promise<string | undefined>
  switchSiteOff(): void
}
type Props = { content: CardContent; actions: Actions }

/** What the sources hold about one mention. */
export function Card({ content, actions }: Props) {
  const [status, setStatus] = useState('')
  const { quotes, replies, disagreements } = content
  const [best, ...others] = quotes
  const copy = (quote: Quote) =>
    actions.copy(citePlain(quote)).then(
      () => setStatus('Citation copied.'),
      () => setStatus('The browser did not allow copying here.'),
    )
  const acts = (quote: Quote) => (
    <QuoteBlock quote={quote} key={quote.passage}>
      <button class="act" onClick={() => void copy(quote)}>
        Copy citation
      </button>
      <button class="act" onClick={() => actions.openReader(quote.passage)}>
        Show in source
      </button>
    </QuoteBlock>
  )
  return (
    <article class="card" aria-label={`Sources on ${saySubject(content.subject)}`}>
      <Heading content={content} />
      <div class="body" tabIndex={-1}>
        <Reason content={content} best={best} />
        {best && acts(best)}
        {others.length > 0 && <More quotes={others}>{others.map(acts)}</More>}
        {replies.length > 0 && <Replies quotes={replies} show={acts} />}
        <Disagreements items={disagreements} />
      </div>
      <p role="status">{status}</p>
      <footer>
        <Coverage content={content} />
        <button
          class="act"
          aria-label="Open in digest"
          onClick={() => void actions.openDigest().then((hint) => setStatus(hint ?? ''))}
        >
          Digest
        </button>
        <button class="act" onClick={actions.switchSiteOff}>
          Off on this site
        </button>
      </footer>
    </article>
  )
}

function Heading({ content: { subject, event } }: { content: CardContent }) {
  const lead = subject.kind === 'action' && event ? sayEvent(event) : saySubject(subject)
  return (
    <header>
      <KindMark kind={kindOf(subject)} />
      <div>
        <h2>{lead}</h2>
        {event && (
          <p>
            {subject.kind === 'company' && `${sayEvent(event)} · `}
            {sayEventDetail(event)}
          </p>
        )}
      </div>
    </header>
  )
}

function kindOf(subject: Subject): string {
  return subject.kind === 'action' ? 'action' : subject.company
}

/** Why the best passage is shown; said louder when nothing closer exists. */
function Reason({ content, best }: { content: CardContent; best: ShownQuote | undefined }) {
  if (!best) return null
  if (content.subject.kind === 'action' && content.onlyBackground)
    return <p class="note">The sources hold nothing on this action. Background:</p>
  return <p class="note">{sentenceCase(best.reason)}</p>
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function More({ quotes, children }: { quotes: ShownQuote[]; children: ComponentChildren }) {
  const publishers = [...new Set(quotes.map((quote) => quote.publisher))]
  return (
    <details class="more">
      <summary>
        <span>Also: {publishers.join(', ')}</span>
        <span class="soft">{quotes.length} more</span>
      </summary>
      {children}
    </details>
  )
}

function Replies({ quotes, show }: { quotes: Quote[]; show: (quote: Quote) => JSX.Element }) {
  const [first, ...others] = quotes
  return (
    <section class="reply">
      <h3 class="label">{quotes.length === 1 ? 'Reply' : 'Replies'}</h3>
      {first && show(first)}
      {others.length > 0 && (
        <details class="more">
          <summary>
            <span>{others.length === 1 ? 'Another reply' : `${others.length} more replies`}</span>
          </summary>
          {others.map(show)}
        </details>
      )}
    </section>
  )
}

function Coverage({ content: { coverage } }: { content: CardContent }) {
  return (
    <span>
      {sayCoverage(coverage)}
      {coverage.nothingBy && `; no event by ${coverage.nothingBy}`}
    </span>
  )
}
