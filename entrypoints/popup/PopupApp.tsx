import { useEffect, useState } from 'preact/hooks'
import { Popup, type PopupPage } from '../../components/Popup.tsx'
import { addCounts, countListed } from '../../core/page-report.ts'
import { openDigestPanel } from '../../extension/digest-panel.ts'
import { requestHostAccess } from '../../extension/host-access.ts'
import { callBackground } from '../../extension/messages.ts'
import { openAddPage, openSources } from '../../extension/open-sources.ts'
import { listShortcuts, openSettings, type Shortcut } from '../../extension/shortcuts.ts'
import { useActiveTab } from '../../extension/use-active-tab.ts'
import { useTabState } from '../../extension/use-tab-state.ts'
import { useTabView } from '../../extension/use-tab-view.ts'
import type { TabView } from '../../extension/watch-tab.ts'

/** Joins the toolbar popup to the tab that it was opened on. */
export function PopupApp() {
  const tabId = useActiveTab()
  const { view } = useTabView(tabId)
  const { state, turn } = useTabState(tabId)
  const shortcuts = useShortcuts()
  const keysOf = (name: string) => shortcuts.find((one) => one.name === name)?.keys || undefined
  return (
    <Popup
      page={describePage(view)}
      tab={state}
      shortcuts={{ digest: keysOf('open-digest'), toggle: keysOf('toggle-site') }}
      actions={{
        setOff: (site, off, instead) =>
          turn(
            callBackground('switchSite', {
              site,
              off,
              ...(instead !== undefined && { instead }),
              ...(tabId !== undefined && { tabId }),
            }),
          ),
        setPause: (choice) => turn(callBackground('setPause', { choice, tabId })),
        openDigest: () => {
          if (tabId === undefined) return
          // Called at once: after a wait the click no longer counts.
          void openDigestPanel(tabId).then(() => window.close())
        },
        addPage: () => tabId !== undefined && void openAddPage(tabId).then(() => window.close()),
        openSources: () => void openSources().then(() => window.close()),
        openSettings: () => void openSettings().then(() => window.close()),
        grantAccess: () => void requestHostAccess(),
      }}
    />
  )
}

function useShortcuts(): Shortcut[] {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([])
  useEffect(() => void listShortcuts().then(setShortcuts), [])
  return shortcuts
}

function describePage(view: TabView): PopupPage {
  if (view.name !== 'readable') return { name: view.name }
  if (!view.frames.has(0)) return { name: 'loading' }
  const reports = [...view.frames.values()]
  return {
    name: 'readable',
    counts: addCounts(reports.map((report) => countListed(report.mentions))),
  }
}
