import type { SettingsEdit } from '../core/settings/edit.ts'
import type { Pause } from '../core/settings/pause.ts'
import type { Choices, Settings } from '../core/settings/settings.ts'
import type { SiteKey } from '../core/site.ts'
import { say } from '../core/words.ts'
import { HiddenNames } from './HiddenNames.tsx'
import { KeepSettings, type Keeping } from './KeepSettings.tsx'
import { MarkChoices } from './MarkChoices.tsx'
import { sayPause } from './PauseChoices.tsx'
import { ShortcutList, type ShownShortcut } from './ShortcutList.tsx'
import { SiteRules } from './SiteRules.tsx'

/** What was done last, in a sentence, and whether it can be taken back. */
export type LastChange = { sentence: string; undoable: boolean }

export type OptionsProps = {
  settings: Settings
  keeping: Keeping
  pause: Pause
  shortcuts: ShownShortcut[]
  last: LastChange | undefined
  actions: {
    /** Makes a change and remembers how to take it back. */
    edit(edit: SettingsEdit, sentence: string): void
    undo(): void
    /** Reads what somebody typed; `undefined` where it is no site. */
    readSite(text: string, only: boolean): SiteKey | undefined
    resume(): void
    setSync(on: boolean): void
    saveFile(): void
    readFile(file: File): void
    reset(): void
    changeShortcuts(): void
    openWelcome(): void
    openSources(): void
  }
}

/** All settings on one page. */
export function Options(props: OptionsProps) {
  const { settings, keeping, pause, shortcuts, actions } = props
  const choose = (choices: Partial<Choices>, sentence: string) =>
    actions.edit({ choices }, sentence)
  return (
    <main class="options">
      <header>
        <img src="/icon/48.png" alt="" />
        <h1>{say('options_title')}</h1>
        <button class="act" onClick={actions.openSources}>
          {say('popup_sources')}
        </button>
        <button class="act" onClick={actions.openWelcome}>
          {say('options_howItWorks')}
        </button>
      </header>
      {pause.name !== 'none' && (
        <div class="banner">
          <p>{sayPause(pause)}</p>
          <button class="button" onClick={actions.resume}>
            {say('popup_resume')}
          </button>
        </div>
      )}
      <SiteRules
        settings={settings}
        readSite={actions.readSite}
        edit={actions.edit}
        choose={choose}
      />
      <MarkChoices choices={settings.choices} choose={choose} />
      <HiddenNames hidden={settings.hidden} edit={actions.edit} />
      <ShortcutList shortcuts={shortcuts} change={actions.changeShortcuts} />
      <KeepSettings keeping={keeping} {...actions} />
      <StatusBar {...props} />
    </main>
  )
}

function StatusBar({ last, actions }: OptionsProps) {
  return (
    <footer class={last ? 'status' : 'status empty'}>
      <p role="status">{last?.sentence}</p>
      {last?.undoable && (
        <button class="button" onClick={actions.undo}>
          {say('options_undo')}
        </button>
      )}
    </footer>
  )
}
