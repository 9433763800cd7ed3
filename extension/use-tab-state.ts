import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { TabState } from '../core/settings/page-state.ts'
import { answerCalls, callBackground } from './messages.ts'

/** What the settings say about a tab, live; `undefined` until it is known. */
export function useTabState(tabId: number | undefined): TabState | undefined {
  const [state, setState] = useState<TabState>()
  useEffect(() => {
    if (tabId === undefined) return undefined
    const control = new AbortController()
    let asked = 0
    const ask = () => {
      const turn = (asked += 1)
      void callBackground('tabState', tabId)
        .then((answer) => {
          if (turn === asked && !control.signal.aborted) setState(answer)
        })
        // The tab is gone, and with it what was to be shown of it.
        .catch(() => undefined)
    }
    const updated = (id: number, change: { url?: string; status?: string }) => {
      if (id === tabId && (change.url !== undefined || change.status === 'complete')) ask()
    }
    answerCalls('views', { settingsChanged: ask }, control.signal)
    browser.tabs.onUpdated.addListener(updated)
    control.signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(updated))
    ask()
    return () => control.abort()
  }, [tabId])
  return state
}
