import { say } from '../core/words.ts'

type Props = {
  /** The site as people write it. */
  site: string
  off: boolean
  /** An organisation has decided; it cannot be turned here. */
  locked?: boolean
  change(off: boolean): void
  /** Takes the focus when it appears. */
  first?: boolean
}

/** On or off for one site. Enter turns it too, though browsers leave that to Space. */
export function SiteSwitch({ site, off, locked = false, change, first = false }: Props) {
  return (
    <label class="switch">
      <span>{say(off ? 'popup_off' : 'popup_on')}</span>
      <input
        type="checkbox"
        role="switch"
        aria-label={say('popup_switch', { site })}
        checked={!off}
        disabled={locked}
        ref={first && !locked ? focusOnce : null}
        onChange={(event) => change(!event.currentTarget.checked)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.repeat) event.currentTarget.click()
        }}
      />
    </label>
  )
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus()
}
