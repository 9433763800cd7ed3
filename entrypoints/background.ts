import { browser } from 'wxt/browser'
import { defineBackground } from '#imports'
import { createLookup, describeContext, type IndexLookup } from '../core/card/card-content.ts'
import { createContextFinder, type ContextFinder } from '../core/context/context.ts'
import { siteOf } from '../core/site.ts'
import { showBadge } from '../extension/badge.ts'
import { loadIndex } from '../extension/bundled-index.ts'
import {
  digestShortcut,
  openDigestPanel,
  opensFromPages,
  setDigestFocus,
} from '../extension/digest-panel.ts'
import { answerCalls, callPage } from '../extension/messages.ts'
import { openReader } from '../extension/open-reader.ts'
import { isSiteOff, setSiteOff } from '../extension/settings.ts'
import { forgetTab, recordFrame } from '../extension/tab-counts.ts'

export default defineBackground(() => {
  const sources = createSources()

  answerCalls('background', {
    findContext: async (query) => {
      const { finder, lookup } = await sources()
      return describeContext(lookup, query, finder.find(query))
    },
    reportFrame: async (report, { tabId, frameId }) => {
      if (tabId === undefined || frameId === undefined) return
      // The tab may close in between; then there is no badge to set.
      await showBadge(tabId, await recordFrame(tabId, frameId, report)).catch(() => undefined)
    },
    tabSite: (_none, { tabAddress }) => siteOf(tabAddress),
    openGate: async (_none, { tabId, frameId }) => {
      if (tabId === undefined || frameId === undefined) return
      const target = { tabId, frameIds: [frameId] }
      await Promise.all([
        browser.scripting.insertCSS({ target, files: ['/assets/marks.css'] }),
        browser.scripting.executeScript({ target, files: ['/engine.js'] }),
      ])
    },
    loadCard: async (_none, { tabId, frameId }) => {
      if (tabId === undefined || frameId === undefined) return
      const target = { tabId, frameIds: [frameId] }
      await browser.scripting.executeScript({ target, files: ['/card.js'] })
    },
    // Opened before the first await: the page's click counts only until then.
    openDigest: (mention, { tabId, frameId }) => {
      const opening = tabId !== undefined && opensFromPages() ? openDigestPanel(tabId) : undefined
      return finishOpening(opening, { tabId, frameId, mention })
    },
    openReader: (passage) => openReader(passage),
  })

  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId))
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return
    if (command === 'open-digest') void openDigestPanel(tab.id)
    if (command === 'toggle-site') void toggleSite(siteOf(tab.url))
    // Where no engine runs there is nothing to step to.
    const calling = callPageFor(command, tab.id)
    calling?.catch(() => undefined)
  })
})

/** What a keyboard command asks of the page in front; `undefined` for the others. */
function callPageFor(command: string, tabId: number): Promise<void> | undefined {
  if (command === 'next-mention') return callPage(tabId, 'stepMention', 1)
  if (command === 'previous-mention') return callPage(tabId, 'stepMention', -1)
  return command === 'open-card' ? callPage(tabId, 'openCard') : undefined
}

/** The index and what is made from it, on first need: the background is woken for small things too. */
function createSources(): () => Promise<{ finder: ContextFinder; lookup: IndexLookup }> {
  let made: Promise<{ finder: ContextFinder; lookup: IndexLookup }> | undefined
  return () =>
    (made ??= loadIndex().then(
      (index) => ({ finder: createContextFinder(index), lookup: createLookup(index) }),
      (fault: unknown) => {
        // Whoever asks next tries again.
        made = undefined
        throw fault
      },
    ))
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

async function toggleSite(site: string | undefined): Promise<void> {
  if (site !== undefined) await setSiteOff(site, !(await isSiteOff(site)))
}
