import { useEffect, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { TabState } from '../core/settings/page-state.ts'
import { answerCalls, callBackground } from './messages.ts'

export type TabStateHere = {
  /** What the settings say about the tab, live; `undefined` until it is known. */
  state: TabState | undefined
  /**
   * Tells that a change is on its way from here. Until it is answered what others tell is not shown: of many
   * quick presses each turns what the one before it has left, and not an older state.
   */
  turn(change: Promise<unknown>): void
}

/** The state of a tab, and who changes it in this view. */
export function useTabState(tabId: number | undefined): TabStateHere {
  const [state, setState] = useState<TabState>()
  const changes = useRef(0)
  const askAgain = useRef(() => {})
  useEffect(() => {
    if (tabId === undefined) return undefined
    const control = new AbortController()
    let asked = 0
    const ask = () => {
      const turn = (asked += 1)
      void callBackground('tabState', tabId)
        .then((answer) => {
          if (turn === asked && changes.current === 0 && !control.signal.aborted) setState(answer)
        })
        // The tab is gone, and with it what was to be shown of it.
        .catch(() => undefined)
    }
    const updated = (id: number, change: { url?: string; status?: string }) => {
      if (id === tabId && (change.url !== undefined || change.status === 'complete')) ask()
    }
    askAgain.current = ask
    answerCalls('views', { settingsChanged: ask }, control.signal)
    browser.tabs.onUpdated.addListener(updated)
    control.signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(updated))
    ask()
    return () => control.abort()
  }, [tabId])
  const turn = (change: Promise<unknown>) => {
    changes.current += 1
    const end = () => {
      changes.current -= 1
      askAgain.current()
    }
    change.then(end, end)
  }
  return { state, turn }
}
