import { CardButtons } from './CardButtons.tsx'

/** Says in a sentence why there is nothing to read. */
export function FailureCard({ sentence, close }: { sentence: string; close: () => void }) {
  return (
    <section class="card" role="dialog" aria-label="Source Context" lang="en" tabIndex={-1}>
      <header>
        <p class="sentence">{sentence}</p>
        <CardButtons close={close} />
      </header>
    </section>
  )
}
