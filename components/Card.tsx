import { useState } from 'preact/hooks'
import type { CardContent, Quote } from '../core/card/card-content.ts'
import { citeMarkdown, citePlain } from '../core/cite.ts'
import type { MarkedPlace } from '../core/card/marked-place.ts'
import { sayCoverage, saySubject } from '../core/wording.ts'
import { direction, locale, say } from '../core/words.ts'
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
  switchSiteOff?: () => Promise<void>
  hideName?: () => Promise<void>
  pin(): void
  close(): void
}
type Props = { content: CardContent; marked: MarkedPlace; pinned?: boolean; actions: Actions }

/** What the sources hold about one mention, in the order in which a reader needs it. */
export function Card({ content, marked, pinned: isPinned = false, actions }: Props) {
  const [status, setStatus] = useState('')
  const [pinned, setPinned] = useState(isPinned)
  const [best, ...others] = content.quotes
  const attempt = (doing: Promise<unknown>) => void doing.catch(() => setStatus(say('card_gone')))
  const copy = (text: string) =>
    void actions.copy(text).then(
      () => setStatus(say('card_copied')),
      () => setStatus(say('card_copyRefused')),
    )
  const read = (passage: string) => attempt(actions.openReader(passage))
  const show = (quote: Quote) => (
    <QuoteBlock quote={quote} key={quote.passage}>
      <button class="act" onClick={() => copy(citePlain(quote))}>
        {say('card_copy')}
      </button>
      <button
        class="act"
        aria-label={say('card_copyMarkdown')}
        onClick={() => copy(citeMarkdown(quote))}
      >
        {say('card_copyMarkdownShort')}
      </button>
      <button class="act" onClick={() => read(quote.passage)}>
        {say('card_showSource')}
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
      aria-label={say('card_name', { subject: saySubject(content.subject) })}
      lang={locale()}
      dir={direction()}
      tabIndex={-1}
    >
      <CardHead content={content} marked={marked} pin={pin} pinned={pinned} close={actions.close} />
      <div class="body">
        <CardNotes content={content} marked={marked} />
        {best && show(best)}
        {others.length > 0 && <MoreQuotes best={best} quotes={others} show={show} />}
        <Replies content={content} show={show} />
        <Disagreements items={content.disagreements} read={read} />
        <footer>
          <p>{sayCoverage(content.coverage)}</p>
          <button
            class="act"
            aria-label={say('card_openDigest')}
            onClick={() => attempt(actions.openDigest().then((hint) => setStatus(hint ?? '')))}
          >
            {say('card_digest')}
          </button>
          <FootButton act={actions.hideName} attempt={attempt} label={say('card_wrongMatch')} />
          <FootButton act={actions.switchSiteOff} attempt={attempt} label={say('card_switchOff')} />
        </footer>
      </div>
      <p role="status">{status}</p>
    </section>
  )
}

type FootProps = {
  label: string
  /** Left out where it cannot be done. */
  act: (() => Promise<void>) | undefined
  attempt(doing: Promise<unknown>): void
}

function FootButton({ label, act, attempt }: FootProps) {
  return act ? (
    <button class="act" onClick={() => attempt(act())}>
      {label}
    </button>
  ) : null
}
