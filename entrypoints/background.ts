import { browser } from 'wxt/browser'
import { defineBackground } from '#imports'
import { LIFE_RULE } from '../core/card/card-life.ts'
import { keysAt, placeOf } from '../core/site.ts'
import {
  digestShortcut,
  openDigestPanel,
  opensFromPages,
  setDigestFocus,
} from '../extension/digest-panel.ts'
import { faultOfCall } from '../extension/call-schemas.ts'
import { watchInstallation } from '../extension/first-run.ts'
import { answerMenus, createMenus } from '../extension/menus.ts'
import { answerCalls, callPage, type Caller } from '../extension/messages.ts'
import { createOffSwitch, type OffSwitch, type Tab } from '../extension/off-switch.ts'
import { openReader } from '../extension/open-reader.ts'
import { openAddPage } from '../extension/open-sources.ts'
import { restyleFrame } from '../extension/style-frame.ts'
import { enterNextFrame } from '../extension/step-frames.ts'
import { createTabBadges } from '../extension/tab-badges.ts'
import { forgetTab, recordFrame } from '../extension/tab-counts.ts'
import { createTeller } from '../extension/tell-everyone.ts'
import { describeCard } from '../extension/sources/describe-card.ts'
import { createIndexing } from '../extension/sources/indexing.ts'
import { markShown } from '../extension/sources/library-novelty.ts'
import { givePageNames } from '../extension/sources/page-names.ts'
import { tellSourcesChanged } from '../extension/sources/tell-sources.ts'
import { speakBrowserLanguage } from '../extension/words.ts'

export default defineBackground(() => {
  speakBrowserLanguage()
  const indexing = createIndexing(() => void followSources())
  const offSwitch = createOffSwitch(() => tell())
  const badges = createTabBadges(offSwitch)
  const tell = createTeller(offSwitch, badges)
  answerSettings(offSwitch)

  answerChecked({
    findContext: (query) => describeCard(query),
    // A card of a private window leaves no trace, not even that it was opened.
    sawNew: async (documents, { isPrivate }) => {
      if (!isPrivate) await markShown(documents)
    },
    sourcesKept: async (_none, { own }) => {
      if (own) await indexing.again()
    },
    sourcesMade: async (ended, { own }) => {
      if (own) await indexing.heard(ended)
    },
    reportFrame: async (report, { tabId, frameId }) => {
      if (tabId === undefined || frameId === undefined) return
      await recordFrame(tabId, frameId, report)
      await badges.report(tabId, report.fresh)
    },
    reportPlace: async (_none, { tabId }) => {
      if (tabId !== undefined) await badges.greet(tabId)
    },
    openGate: async (_none, caller) => {
      const { tabId, frameId } = caller
      if (tabId === undefined || frameId === undefined) return
      const target = { tabId, frameIds: [frameId] }
      await Promise.all([
        browser.scripting.insertCSS({ target, files: ['/assets/marks.css'] }),
        import.meta.env.FIREFOX &&
          browser.scripting.insertCSS({ target, css: LIFE_RULE, origin: 'USER' }),
        browser.scripting.executeScript({ target, files: ['/engine.js'], injectImmediately: true }),
      ])
    },
    loadCard: async (framed, { tabId, frameId }) => {
      const at = import.meta.env.FIREFOX ? framed : frameId
      if (tabId === undefined || at === undefined) return
      const file = import.meta.env.FIREFOX ? '/framed-card.js' : '/card.js'
      const target = { tabId, frameIds: [at] }
      await browser.scripting.executeScript({ target, files: [file], injectImmediately: true })
    },
    // Opened before the first await: the page's click counts only until then.
    openDigest: (mention, { tabId, frameId }) => {
      const opening = tabId !== undefined && opensFromPages() ? openDigestPanel(tabId) : undefined
      return finishOpening(opening, { tabId, frameId, mention })
    },
    openReader: (passage) => openReader(passage),
    leaveFrame: async (by, { tabId, frameId }) => {
      if (tabId !== undefined && frameId !== undefined) await enterNextFrame(tabId, frameId, by)
    },
  })

  answerMenus({
    toggle: (tab) => void toggleOrExplain(offSwitch, tab),
    addPage: (tabId) => void openAddPage(tabId),
  })
  const start = () => {
    // At each start of the browser too, whose language may be another now.
    void createMenus()
    void offSwitch.resume()
    tell()
    void offSwitch.exchange()
  }
  // Whatever broke off when the browser or this context was closed goes on.
  void indexing.begin()
  watchInstallation(start)
  browser.runtime.onStartup.addListener(() => {
    start()
    void indexing.check()
  })
  browser.tabs.onRemoved.addListener((tabId) => {
    badges.forget(tabId)
    void offSwitch.forgetTab(tabId)
    void forgetTab(tabId)
  })
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return
    if (command === 'open-digest') void openDigestPanel(tab.id)
    if (command === 'toggle-site') void toggleOrExplain(offSwitch, tab)
    // Where no engine runs there is nothing to step to.
    const calling = callPageFor(command, tab.id)
    calling?.catch(() => undefined)
  })
})

/** Where an organisation has decided, the settings page says so: menus and keys cannot. */
async function toggleOrExplain(offSwitch: OffSwitch, tab: Tab): Promise<void> {
  const { locked } = await offSwitch.toggle(tab)
  if (locked) await browser.runtime.openOptionsPage()
}

/** Names first: pages that hear of a change read them. */
async function followSources(): Promise<void> {
  await givePageNames().catch((fault: unknown) => console.error(fault))
  tellSourcesChanged()
}

/** What a keyboard command asks of the page in front; `undefined` for the others. */
function callPageFor(command: string, tabId: number): Promise<void> | undefined {
  if (command === 'next-mention') return callPage(tabId, 'stepMention', 1)
  if (command === 'previous-mention') return callPage(tabId, 'stepMention', -1)
  return command === 'open-card' ? callPage(tabId, 'openCard') : undefined
}

async function finishOpening(
  opening: Promise<void> | undefined,
  at: { tabId: number | undefined; frameId: number | undefined; mention: number },
) {
  const { tabId, frameId, mention } = at
  if (tabId !== undefined && frameId !== undefined)
    await setDigestFocus({ tabId, frameId, mention })
  if (!opening) return { opened: false as const, shortcut: await digestShortcut() }
  await opening
  return { opened: true as const }
}

/** Calls that do not say what they should are refused before anything of them is used. */
function answerChecked(calls: Parameters<typeof answerCalls<'background'>>[1]): void {
  answerCalls('background', calls, undefined, faultOfCall)
}

function answerSettings(offSwitch: OffSwitch): void {
  /** What is set is told to our own pages only, and changed by them only. */
  const own = async <Answer>({ own }: Caller, answer: () => Promise<Answer>): Promise<Answer> => {
    if (!own) throw new Error('only the extension’s own pages may ask this')
    return answer()
  }
  answerChecked({
    pageState: (_none, caller) => offSwitch.describePage(tabOf(caller)),
    restyle: async (before, caller) => {
      const { rules } = await offSwitch.describePage(tabOf(caller))
      await restyleFrame(caller, before, rules)
      return rules
    },
    switchSite: async ({ tabId, ...change }, caller) => {
      // A page speaks for its own site and tab only.
      if (caller.own) await offSwitch.switchSite(change, tabId ?? caller.tabId)
      else if (keysAt(placeOf(caller.tabAddress)).includes(change.site))
        await offSwitch.switchSite(change, caller.tabId)
    },
    hideName: (name, caller) => offSwitch.hideName(tabOf(caller), name),
    tabState: (tabId, caller) =>
      own(caller, async () => offSwitch.describe(await browser.tabs.get(tabId))),
    setPause: ({ choice, tabId }, caller) => own(caller, () => offSwitch.setPause(choice, tabId)),
    readSettings: (_none, caller) => own(caller, () => offSwitch.read()),
    editSettings: (edit, caller) => own(caller, () => offSwitch.edit(edit)),
    resetSettings: (_none, caller) => own(caller, () => offSwitch.reset()),
    setSync: (on, caller) => own(caller, () => offSwitch.setSync(on)),
  })
}

function tabOf({ tabId, tabAddress }: Caller): Tab {
  return { id: tabId, url: tabAddress }
}
