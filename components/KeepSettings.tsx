import { useState } from 'preact/hooks'
import type { Policy } from '../core/settings/policy.ts'
import { say, sayCount, sayList } from '../core/words.ts'
import { FileButton, JSON_FILES } from './FileButton.tsx'
import { LockedNote } from './LockedNote.tsx'
import { OptionsSection } from './OptionsSection.tsx'

/** How settings are kept; `left` sites and names found no room in the synchronised storage. */
export type Keeping = {
  saved: boolean
  damaged: boolean
  sync: { name: 'absent' } | { name: 'off' } | { name: 'failed' } | { name: 'on'; left: number }
}

type Props = {
  keeping: Keeping
  policy: Policy
  setSync(on: boolean): void
  saveFile(): void
  readFile(file: File): void
  reset(): void
}

/** Where the settings are kept, and how to carry them elsewhere or begin anew. */
export function KeepSettings({ keeping, policy, setSync, saveFile, readFile, reset }: Props) {
  const { saved, damaged, sync } = keeping
  return (
    <OptionsSection id="keeping" title={say('options_keeping')}>
      {!saved && (
        <p class="warning" role="alert">
          {say('options_notStored')}
        </p>
      )}
      {damaged && (
        <p class="warning" role="alert">
          {say('options_damaged')}
        </p>
      )}
      {policy.faults.length > 0 && (
        <p class="warning" role="alert">
          {say('options_policyFaults', { names: sayList(policy.faults) })}
        </p>
      )}
      {policy.locked.includes('sync') && <LockedNote />}
      {sync.name !== 'absent' && (
        <label class="option">
          <input
            type="checkbox"
            checked={sync.name !== 'off'}
            disabled={policy.locked.includes('sync')}
            onChange={(event) => setSync(event.currentTarget.checked)}
          />
          <span>
            <span class="name">{say('options_sync')}</span>
            <span class="soft">{say('options_syncNote')}</span>
          </span>
        </label>
      )}
      <p class="soft" role="status">
        {saySync(sync)}
      </p>
      <div class="buttons">
        <button class="button" onClick={saveFile}>
          {say('options_exportFile')}
        </button>
        <FileButton
          label={say('options_importFile')}
          accept={JSON_FILES}
          choose={([file]) => file && readFile(file)}
        />
        <ResetButton reset={reset} />
      </div>
    </OptionsSection>
  )
}

/** Asks once more: everything goes, though it can be taken back as long as this page is open. */
function ResetButton({ reset }: { reset(): void }) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <button class="button" onClick={() => setAsking(true)}>
        {say('options_reset')}
      </button>
    )
  return (
    <span class="sure" role="group" aria-label={say('options_resetSure')}>
      <span>{say('options_resetSure')}</span>
      <button
        class="button"
        onClick={() => {
          setAsking(false)
          reset()
        }}
      >
        {say('options_resetYes')}
      </button>
      <button class="button" ref={(it) => it?.focus()} onClick={() => setAsking(false)}>
        {say('options_cancel')}
      </button>
    </span>
  )
}

function saySync(sync: Keeping['sync']): string {
  if (sync.name === 'absent') return say('options_syncAbsent')
  if (sync.name === 'off') return say('options_syncOff')
  if (sync.name === 'failed') return say('options_syncFailed')
  return sync.left === 0 ? say('options_syncOn') : sayCount('options_syncLeft', sync.left)
}
