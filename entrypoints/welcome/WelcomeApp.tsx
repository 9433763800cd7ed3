import { useEffect, useState } from 'preact/hooks'
import { Welcome } from '../../components/Welcome.tsx'
import { openDigestPanel } from '../../extension/digest-panel.ts'
import {
  isHostAccessGiven,
  requestHostAccess,
  watchHostAccess,
} from '../../extension/host-access.ts'
import { callBackground } from '../../extension/messages.ts'
import { listShortcuts, openSettings, type Shortcut } from '../../extension/shortcuts.ts'
import { useOwnTab } from '../../extension/use-own-tab.ts'
import { useTabState } from '../../extension/use-tab-state.ts'

/** Joins the welcome page to the tab that it stands in. */
export function WelcomeApp() {
  const tabId = useOwnTab()
  const { state, turn } = useTabState(tabId)
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([])
  useEffect(() => void listShortcuts().then(setShortcuts), [])
  return (
    <Welcome
      access={useHostAccess()}
      off={state?.off !== undefined}
      shortcuts={shortcuts}
      actions={{
        // This page is no site: its switch is the pause of its own tab.
        setOff: (off) => turn(callBackground('setPause', { choice: off ? 'tab' : 'none', tabId })),
        openDigest: () => tabId !== undefined && void openDigestPanel(tabId),
        openSettings: () => void openSettings(),
        grantAccess: () => void requestHostAccess(),
      }}
    />
  )
}

/** Whether pages may be read; `true` until it is known, for it is so almost everywhere. */
function useHostAccess(): boolean {
  const [given, setGiven] = useState(true)
  useEffect(() => {
    const control = new AbortController()
    const read = () => void isHostAccessGiven().then(setGiven)
    watchHostAccess(read, control.signal)
    read()
    return () => control.abort()
  }, [])
  return given
}
