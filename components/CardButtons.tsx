import type { ComponentChildren } from 'preact'
import { say } from '../core/words.ts'

type Props = {
  /** Left out where there is nothing to keep. */
  pin?: () => void
  pinned?: boolean
  close: () => void
}

/** Pin and close, in the card's corner. */
export function CardButtons({ pin, pinned = false, close }: Props) {
  return (
    <div class="corner">
      {pin && !pinned && (
        <IconButton label={say('card_pin')} press={pin}>
          <path d="M6 2.5h4l-.5 4 2 2v1h-7v-1l2-2zM8 9.5V14" />
        </IconButton>
      )}
      {pinned && <span class="pill">{say('card_pinned')}</span>}
      <IconButton label={say('card_close')} press={close}>
        <path d="M4.5 4.5l7 7M11.5 4.5l-7 7" />
      </IconButton>
    </div>
  )
}

type IconProps = { label: string; press: () => void; children: ComponentChildren }

function IconButton({ label, press, children }: IconProps) {
  return (
    <button class="icon" type="button" aria-label={label} title={label} onClick={press}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {children}
      </svg>
    </button>
  )
}
