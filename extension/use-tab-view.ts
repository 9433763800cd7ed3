import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { MentionRef } from '../core/digest/digest.ts'
import { watchTab, type TabView, type TabWatch } from './watch-tab.ts'

type Followed = { view: TabView; position: MentionRef | undefined } & TabWatch

/** What a tab's frames report, live. `follow`: with quotations and the reading position. */
export function useTabView(tabId: number | undefined, follow = false): Followed {
  const [view, setView] = useState<TabView>({ name: 'loading' })
  const [position, setPosition] = useState<MentionRef>()
  const watch = useRef<TabWatch>(undefined)
  useEffect(() => {
    if (tabId === undefined) return undefined
    const control = new AbortController()
    setPosition(undefined)
    const listeners = follow ? { changed: setView, moved: setPosition } : { changed: setView }
    watch.current = watchTab(tabId, listeners, control.signal)
    return () => control.abort()
  }, [tabId, follow])
  const actions = useMemo<TabWatch>(
    () => ({
      reveal: (at) => watch.current?.reveal(at),
      revealQuotation: (at) => watch.current?.revealQuotation(at),
      light: (at) => watch.current?.light(at),
    }),
    [],
  )
  return { view, position, ...actions }
}
