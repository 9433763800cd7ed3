import { useState } from 'preact/hooks'
import type { SiteKey } from '../core/site.ts'
import { say } from '../core/words.ts'

type Props = {
  listed: boolean
  readSite(text: string, only: boolean): SiteKey | undefined
  add(site: SiteKey): void
}

/** Adds a site by hand: its address, its name, or a part of it. */
export function AddSite({ listed, readSite, add }: Props) {
  const [text, setText] = useState('')
  const [only, setOnly] = useState(false)
  const [fault, setFault] = useState(false)
  const submit = (event: Event) => {
    event.preventDefault()
    const site = readSite(text, only)
    setFault(site === undefined)
    if (site === undefined) return
    add(site)
    setText('')
  }
  return (
    <form class="add" onSubmit={submit}>
      <label>
        <span>{listed ? say('options_addOn') : say('options_addOff')}</span>
        <input
          type="text"
          class="field"
          inputMode="url"
          autoComplete="off"
          spellcheck={false}
          placeholder="example.org"
          value={text}
          aria-invalid={fault}
          aria-describedby={fault ? 'add-fault' : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setFault(false)
          }}
        />
      </label>
      <button class="button" type="submit">
        {say('options_add')}
      </button>
      <label class="option">
        <input
          type="checkbox"
          checked={only}
          onChange={(event) => setOnly(event.currentTarget.checked)}
        />
        <span>{say('options_onlyHost')}</span>
      </label>
      {fault && (
        <p class="fault" id="add-fault" role="alert">
          {say('options_noSite')}
        </p>
      )}
    </form>
  )
}
