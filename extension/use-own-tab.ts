import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'

/** The tab that this page itself stands in; `undefined` until it is known, and in the popup. */
export function useOwnTab(): number | undefined {
  const [tabId, setTabId] = useState<number>()
  useEffect(() => void browser.tabs.getCurrent().then((tab) => setTabId(tab?.id)), [])
  return tabId
}
