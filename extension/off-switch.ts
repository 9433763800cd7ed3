import { browser } from 'wxt/browser'
import { listExceptions } from '../core/settings/decide.ts'
import { editForSwitch, type SettingsEdit, type SiteSwitch } from '../core/settings/edit.ts'
import {
  describePage,
  describeTab,
  type OffReason,
  type PageState,
  type TabState,
} from '../core/settings/page-state.ts'
import { isPaused, NO_PAUSE, type PauseChoice } from '../core/settings/pause.ts'
import type { HiddenName } from '../core/settings/settings.ts'
import { scopesOf } from '../core/settings/site-scope.ts'
import { placeOf, type SiteKey } from '../core/site.ts'
import { createQueue } from './in-turn.ts'
import type { KeptSettings } from './calls.ts'
import { createPauseStore } from './pause-store.ts'
import { createPolicyStore } from './policy-store.ts'
import { createSettingsStore } from './settings-store.ts'
import { createSettingsSync } from './settings-sync.ts'

/** A tab as far as switches are concerned. */
export type Tab = { id?: number | undefined; url?: string | undefined }

type Usual = { off: OffReason | undefined; exceptions: SiteKey[] | 'everywhere' }

/**
 * Settings, pause and synchronisation as one, for the background. Every change goes through here, and
 * `changed` is called after each, wherever it came from.
 */
export function createOffSwitch(changed: () => void) {
  const inTurn = createQueue()
  const store = createSettingsStore(changed, createPolicyStore(changed))
  const sync = createSettingsSync(store, changed)
  const pauses = createPauseStore(changed)

  const look = async ({ id, url }: Tab) => {
    const [{ settings, policy }, pause] = await Promise.all([store.read(), pauses.read()])
    const place = placeOf(url, browser.runtime.getURL('/').slice(0, -1))
    return { place, at: { settings, policy, pause, tabId: id, now: Date.now() } }
  }
  const describe = async (tab: Tab): Promise<TabState> => {
    const { place, at } = await look(tab)
    return describeTab(place, at)
  }
  const tellAfter = async (changing: Promise<SettingsEdit>): Promise<SettingsEdit> => {
    const inverse = await changing
    changed()
    sync.send()
    return inverse
  }
  const edit = (make: Parameters<typeof store.edit>[0]) => tellAfter(store.edit(make))
  /** Who switches a site on means to see marks: a pause in the way ends. */
  const endPause = async (tabId: number | undefined) => {
    if (isPaused(await pauses.read(), tabId, Date.now())) await pauses.change('none', tabId)
  }
  const turn = async (change: SiteSwitch, tabId: number | undefined) => {
    if (!change.off) await endPause(tabId)
    await edit((settings) => editForSwitch(settings, change))
  }
  return {
    describe,
    describePage: async (tab: Tab): Promise<PageState> => {
      const { place, at } = await look(tab)
      return describePage(place, at)
    },
    switchSite: (change: SiteSwitch, tabId: number | undefined) =>
      inTurn(() => turn(change, tabId)),
    /**
     * The other way round; each of many quick calls turns what the one before has left. Tells whether an
     * organisation has decided, so that nothing was turned.
     */
    toggle: (tab: Tab) =>
      inTurn(async () => {
        const { site, off, locked } = await describe(tab)
        if (site !== undefined && !locked) await turn({ site, off: off === undefined }, tab.id)
        return { locked }
      }),
    hideName: async (tab: Tab, name: Pick<HiddenName, 'kind' | 'name' | 'state'>) => {
      const site = scopesOf(placeOf(tab.url))?.site
      if (site !== undefined) await edit(() => ({ hidden: [{ ...name, site }] }))
    },
    setPause: (choice: PauseChoice, tabId: number | undefined) =>
      inTurn(async () => {
        await pauses.change(choice, tabId)
        changed()
      }),
    /** A tab is gone; a later one with its number is another. */
    forgetTab: (tabId: number) =>
      inTurn(async () => {
        const pause = await pauses.read()
        if (pause.name !== 'tabs' || !pause.tabIds.includes(tabId)) return
        await pauses.change('none', tabId)
        changed()
      }),
    edit: (asked: SettingsEdit) => edit(() => asked),
    reset: () => tellAfter(store.reset()),
    read: async (): Promise<KeptSettings> => {
      const { settings, policy, damaged, saved } = await store.read()
      const pause = await pauses.read()
      const isOver = pause.name !== 'tabs' && !isPaused(pause, undefined, Date.now())
      return {
        settings,
        policy,
        damaged,
        saved,
        sync: await sync.state(),
        pause: isOver ? NO_PAUSE : pause,
      }
    },
    setSync: async (on: boolean) => {
      await sync.setOn(on)
      changed()
    },
    /** After the browser or the extension has started anew. */
    resume: pauses.arm,
    exchange: sync.exchange,
    /**
     * What holds on pages that nothing was said about, and the sites that differ; all of them while a
     * single tab is paused, whose next page may be of any.
     */
    usual: async (): Promise<Usual> => {
      const [{ settings }, pause] = await Promise.all([store.read(), pauses.read()])
      if (isPaused(pause, undefined, Date.now())) return { off: 'paused', exceptions: [] }
      const off = settings.choices.mode === 'listed' ? ('unlisted' as const) : undefined
      if (pause.name === 'tabs') return { off, exceptions: 'everywhere' }
      return { off, exceptions: listExceptions(settings).map(({ site }) => site) }
    },
  }
}

export type OffSwitch = ReturnType<typeof createOffSwitch>
