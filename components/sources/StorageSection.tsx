import { formatLocale, say } from '../../core/words.ts'
import { OptionsSection } from '../OptionsSection.tsx'
import { AskFirst } from './AskFirst.tsx'

type Props = {
  storage: { used: number; quota?: number; nearlyFull: boolean; persisted: boolean }
  persist(): void
  forget(): void
}

/** How much room the sources take, whether the browser keeps them, and the way to be rid of all. */
export function StorageSection({ storage, persist, forget }: Props) {
  const { used, quota, nearlyFull, persisted } = storage
  return (
    <OptionsSection id="storage" title={say('sources_storage')}>
      {nearlyFull && (
        <p class="warning" role="alert">
          {say('sources_nearlyFull')}
        </p>
      )}
      {quota === undefined ? (
        <p>{say('sources_used', { used: sayBytes(used) })}</p>
      ) : (
        <p class="quota">
          <meter max={quota} high={quota * 0.8} value={used} aria-label={say('sources_storage')} />
          <span>{say('sources_usedOf', { used: sayBytes(used), quota: sayBytes(quota) })}</span>
        </p>
      )}
      <p class="soft">{persisted ? say('sources_persisted') : say('sources_notPersisted')}</p>
      <div class="buttons">
        {!persisted && (
          <button class="button" onClick={persist}>
            {say('sources_persist')}
          </button>
        )}
        <AskFirst
          label={say('sources_forget')}
          question={say('sources_forgetSure')}
          yes={say('sources_forgetYes')}
          run={forget}
        />
      </div>
    </OptionsSection>
  )
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

function sayBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const unit = UNITS[step] ?? 'byte'
  return new Intl.NumberFormat(formatLocale(), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** step)
}
