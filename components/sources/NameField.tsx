import { useState } from 'preact/hooks'
import { say } from '../../core/words.ts'

type Props = { label: string; name: string; save(name: string): void; cancel(): void }

/** One line to name a pack. */
export function NameField({ label, name, save, cancel }: Props) {
  const [typed, setTyped] = useState(name)
  return (
    <form
      class="naming"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') save(typed.trim())
      }}
      onKeyDown={(event) => event.key === 'Escape' && cancel()}
    >
      <label>
        <span class="visually-hidden">{label}</span>
        <input
          class="field"
          type="text"
          dir="auto"
          placeholder={label}
          maxLength={80}
          value={typed}
          ref={(it) => {
            if (it && it.dataset['seen'] === undefined) {
              it.dataset['seen'] = ''
              it.focus()
            }
          }}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button class="button" type="submit" disabled={typed.trim() === ''}>
        {say('sources_save')}
      </button>
      <button class="button" type="button" onClick={cancel}>
        {say('sources_cancel')}
      </button>
    </form>
  )
}
