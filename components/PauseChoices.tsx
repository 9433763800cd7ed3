import type { Pause, PauseChoice } from '../core/settings/pause.ts'
import { formatLocale, say, type MessageKey } from '../core/words.ts'

type Props = { pause: Pause; choose(choice: PauseChoice): void }

const CHOICES = [
  { choice: 'tab', label: 'popup_pauseTab' },
  { choice: 'hour', label: 'popup_pauseHour' },
  { choice: 'restart', label: 'popup_pauseRestart' },
  { choice: 'everywhere', label: 'popup_pauseEverywhere' },
] as const satisfies { choice: PauseChoice; label: MessageKey }[]

/** The ways to be left alone for a while, or what holds now and how to end it. */
export function PauseChoices({ pause, choose }: Props) {
  if (pause.name !== 'none')
    return (
      <div class="paused">
        <p role="status">{sayPause(pause)}</p>
        <button class="button" onClick={() => choose('none')}>
          {say('popup_resume')}
        </button>
      </div>
    )
  return (
    <div class="pauses" role="group" aria-labelledby="pause-label">
      <span class="label" id="pause-label">
        {say('popup_pause')}
      </span>
      {CHOICES.map(({ choice, label }) => (
        <button class="button" key={choice} onClick={() => choose(choice)}>
          {say(label)}
        </button>
      ))}
    </div>
  )
}

/** What a pause means, in a sentence. */
export function sayPause(pause: Pause): string {
  if (pause.name === 'tabs') return say('popup_pausedTab')
  if (pause.name === 'restart') return say('popup_pausedRestart')
  if (pause.name === 'hour') return say('popup_pausedUntil', { time: sayTime(pause.until) })
  return say('popup_pausedEverywhere')
}

function sayTime(at: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { timeStyle: 'short' }).format(at)
}
