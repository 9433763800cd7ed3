import { useState } from 'preact/hooks'
import { say } from '../../core/words.ts'

type Props = { label: string; question: string; yes: string; run(): void }

/** A button that asks once more before it does what cannot be taken back. */
export function AskFirst({ label, question, yes, run }: Props) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <button class="button" onClick={() => setAsking(true)}>
        {label}
      </button>
    )
  return (
    <span class="sure" role="group" aria-label={question}>
      <span>{question}</span>
      <button
        class="button"
        onClick={() => {
          setAsking(false)
          run()
        }}
      >
        {yes}
      </button>
      <button class="button" ref={(it) => it?.focus()} onClick={() => setAsking(false)}>
        {say('sources_cancel')}
      </button>
    </span>
  )
}
