import { useEffect, useRef, useState } from 'preact/hooks'
import { watchTab, type TabView, type TabWatch } from './watch-tab.ts'

/** What a tab's frames report, live. */
export function useTabView(tabId: number | undefined): {
  view: TabView
  reveal(frame: number, mention: number): void
} {
  const [view, setView] = useState<TabView>({ name: 'loading' })
  const watch = useRef<TabWatch>(undefined)
  useEffect(() => {
    if (tabId === undefined) return undefined
    const control = new AbortController()
    watch.current = watchTab(tabId, setView, control.signal)
    return () => control.abort()
  }, [tabId])
  return { view, reveal: (frame, mention) => watch.current?.reveal(frame, mention) }
}
