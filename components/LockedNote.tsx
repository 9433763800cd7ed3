import { say } from '../core/words.ts'

/** Why something cannot be changed here. */
export function LockedNote() {
  return <p class="locked">{say('options_locked')}</p>
}
