import type { Page } from 'puppeteer-core'
import { inWindow } from './firefox.ts'
import { apiIn } from './own-pages.ts'
import type { Rig } from './rig.ts'

type Command = { name: string; shortcut: string }
type Commands = { commands: { getAll(): Promise<Command[]> } }

/** The keys that the browser has given to the extension's commands, by the commands' names. */
export async function readShortcuts(rig: Rig, page: Page): Promise<Map<string, string>> {
  // The badge is asked for in the helper page, which is there from then on.
  await rig.badge(page)
  const own = await rig.findOwnPage('/manifest.json')
  const all = await own.evaluate(
    (api) => (api as unknown as Commands).commands.getAll(),
    await apiIn(own),
  )
  return new Map(all.map(({ name, shortcut }) => [name, shortcut]))
}

/**
 * Presses the keys of one of the extension's commands in Firefox's own window. Chromium lets nobody
 * press keys there: its background is handed the command as the browser does it.
 */
export async function pressShortcut(rig: Rig, page: Page, name: string): Promise<void> {
  const shortcut = (await readShortcuts(rig, page)).get(name)
  if (!shortcut) throw new Error(`${name} has no key`)
  await page.bringToFront()
  if (rig.name === 'firefox') await pressInWindow(rig, shortcut)
  else await handToBackground(rig, name)
}

async function pressInWindow(rig: Rig, shortcut: string): Promise<void> {
  const keys = shortcut.split('+').map((key) => [key, CODES[key] ?? `Key${key}`])
  await inWindow(
    rig.browser,
    `(() => {
      const hand = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
      hand.beginInputTransactionForTests(window)
      const events = ${JSON.stringify(keys)}.map(([key, code]) => new KeyboardEvent('', { key, code }))
      for (const event of events) hand.keydown(event)
      for (const event of events.reverse()) hand.keyup(event)
      return true
    })()`,
  )
}

const CODES: Record<string, string> = { Alt: 'AltLeft', Shift: 'ShiftLeft' }

type Background = {
  tabs: { query(of: object): Promise<object[]> }
  commands: { onCommand: { dispatch(name: string, tab: object | undefined): void } }
}

async function handToBackground(rig: Rig, name: string): Promise<void> {
  const target = await rig.browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(rig.origin),
  )
  const worker = await target.worker()
  await worker?.evaluate(async (command) => {
    const api = (globalThis as unknown as { chrome: Background }).chrome
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true })
    api.commands.onCommand.dispatch(command, tab)
  }, name)
}
