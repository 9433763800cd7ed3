import { browser } from 'wxt/browser'
import { OPEN_CHORD } from '../core/card/open-chord.ts'

/** A keyboard command; `keys` as the browser writes them, empty where the user took them away. */
export type Shortcut = { name: string; description: string; keys: string }

/** The keys that pages answer by themselves, written as the browser writes its own. */
const OPEN_KEYS = OPEN_CHORD.keys.join('+')

/** The manifest's commands as a reader meets them; browsers sort them by name. */
const COMMANDS = ['toggle-site', 'open-digest', 'next-mention', 'previous-mention', 'open-card']

/** All our commands with what they do; the browser has one of its own, which is left out. */
export async function listShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll()
  return COMMANDS.flatMap((name) => {
    const found = commands.find((one) => one.name === name)
    if (!found) return []
    const keys = found.shortcut || (name === 'open-card' ? OPEN_KEYS : '')
    return [{ name, description: found.description ?? name, keys }]
  })
}

/** Only newer Firefox has it, and the common types do not know it. */
type WithSettings = { openShortcutSettings?: () => Promise<void> }

/** Opens the browser's own page for changing keys. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as WithSettings
  if (open) return open.call(browser.commands)
  const address = import.meta.env.FIREFOX ? 'about:addons' : 'chrome://extensions/shortcuts'
  await browser.tabs.create({ url: address })
}

/** Opens the settings, or brings them to the front. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage()
}
