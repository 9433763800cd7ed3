import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'

/** The active tab of this panel's own window. */
export function useActiveTab(): number | undefined {
  const [tabId, setTabId] = useState<number>()
  useEffect(() => {
    let ended = false
    const read = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      if (!ended) setTabId(tab?.id)
    }
    const listen = () => void read()
    browser.tabs.onActivated.addListener(listen)
    browser.tabs.onRemoved.addListener(listen)
    listen()
    return () => {
      ended = true
      browser.tabs.onActivated.removeListener(listen)
      browser.tabs.onRemoved.removeListener(listen)
    }
  }, [])
  return tabId
}
