import { useEffect, useState } from 'preact/hooks'
import { Options, type LastChange } from '../../components/Options.tsx'
import type { SettingsEdit } from '../../core/settings/edit.ts'
import { writeSettingsFile } from '../../core/settings/settings-file.ts'
import { readSite } from '../../core/settings/site-scope.ts'
import { say } from '../../core/words.ts'
import { openWelcome } from '../../extension/first-run.ts'
import { callBackground } from '../../extension/messages.ts'
import { openSources } from '../../extension/open-sources.ts'
import { saveFile } from '../../extension/save-file.ts'
import { listShortcuts, openShortcutSettings, type Shortcut } from '../../extension/shortcuts.ts'
import { useSettings } from '../../extension/use-settings.ts'
import { importFile } from './import-file.ts'

/** What was done last, and how to take it back. */
type Done = { sentence: string; undo?: SettingsEdit }

/** Joins the settings page to what is set. */
export function OptionsApp() {
  const kept = useSettings()
  const shortcuts = useShortcuts()
  const [done, setDone] = useState<Done>()
  if (!kept) return <main class="options" aria-busy="true" />
  const { settings } = kept
  const follow = (changing: Promise<SettingsEdit>, sentence: string) =>
    void changing.then(
      (undo) => setDone({ sentence, undo }),
      () => setDone({ sentence: say('options_unchanged') }),
    )
  const edit = (change: SettingsEdit, sentence: string) =>
    follow(callBackground('editSettings', change), sentence)
  const read = async (file: File) => {
    const read = await importFile(file)
    if ('fault' in read) setDone({ sentence: read.fault })
    else edit(read.edit, read.sentence)
  }
  return (
    <Options
      settings={settings}
      keeping={kept}
      pause={kept.pause}
      shortcuts={shortcuts}
      last={lastOf(done)}
      actions={{
        edit,
        undo: () => done?.undo && edit(done.undo, say('options_undone')),
        readSite,
        resume: () => void callBackground('setPause', { choice: 'none', tabId: undefined }),
        setSync: (on) => void callBackground('setSync', on),
        saveFile: () => {
          const now = new Date().toISOString()
          const name = `source-context-settings-${now.slice(0, 10)}.json`
          saveFile(name, 'application/json', writeSettingsFile(settings, now))
        },
        readFile: (file) => void read(file),
        reset: () => follow(callBackground('resetSettings'), say('options_doneReset')),
        changeShortcuts: () => void openShortcutSettings(),
        openWelcome: () => void openWelcome(),
        openSources: () => void openSources(),
      }}
    />
  )
}

function lastOf(done: Done | undefined): LastChange | undefined {
  return done && { sentence: done.sentence, undoable: done.undo !== undefined }
}

function useShortcuts(): Shortcut[] {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([])
  useEffect(() => {
    const read = () => void listShortcuts().then(setShortcuts)
    // Keys are changed on a page of the browser's own, in another tab.
    addEventListener('focus', read)
    read()
    return () => removeEventListener('focus', read)
  }, [])
  return shortcuts
}
