import { direction, locale, say } from '../core/words.ts'
import { CardButtons } from './CardButtons.tsx'

/** Says in a sentence why there is nothing to read. */
export function FailureCard({ sentence, close }: { sentence: string; close: () => void }) {
  return (
    <section
      class="card"
      role="dialog"
      aria-label={say('manifest_name')}
      lang={locale()}
      dir={direction()}
      tabIndex={-1}
    >
      <header>
        <p class="sentence">{sentence}</p>
        <CardButtons close={close} />
      </header>
    </section>
  )
}
