import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'

/**
 * The tab that this view speaks of: the one that its address names (`?tab=12`, for a digest or a
 * popup that stands in a tab of its own), else the active tab of its window.
 */
export function useActiveTab(): number | undefined {
  const named = tabInAddress()
  const [tabId, setTabId] = useState(named)
  useEffect(() => {
    if (named !== undefined) return undefined
    let ended = false
    const read = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      if (!ended) setTabId(tab?.id)
    }
    const listen = () => void read()
    const { onActivated, onRemoved, onAttached, onReplaced } = browser.tabs
    const events = [onActivated, onRemoved, onAttached, ...(onReplaced ? [onReplaced] : [])]
    for (const event of events) event.addListener(listen)
    listen()
    return () => {
      ended = true
      for (const event of events) event.removeListener(listen)
    }
  }, [named])
  return tabId
}

function tabInAddress(): number | undefined {
  const tab = new URLSearchParams(location.search).get('tab')
  return tab !== null && /^\d+$/.test(tab) ? Number(tab) : undefined
}
