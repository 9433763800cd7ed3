import { useEffect, useState } from 'preact/hooks'
import { Popup, type PopupPage } from '../../components/Popup.tsx'
import { addCounts, countListed } from '../../core/page-report.ts'
import { digestShortcut, openDigestPanel } from '../../extension/digest-panel.ts'
import { requestHostAccess } from '../../extension/host-access.ts'
import { setSiteOff } from '../../extension/settings.ts'
import type { TabView } from '../../extension/watch-tab.ts'
import { useActiveTab } from '../../extension/use-active-tab.ts'
import { useTabView } from '../../extension/use-tab-view.ts'

/** Joins the toolbar popup to the tab that it was opened on. */
export function PopupApp() {
  const tabId = useActiveTab()
  const { view } = useTabView(tabId)
  const shortcut = useShortcut()
  const openDigest = () => {
    if (tabId === undefined) return
    // Called at once: after a wait the click no longer counts.
    void openDigestPanel(tabId).then(() => window.close())
  }
  return (
    <Popup
      page={describePage(view)}
      shortcut={shortcut}
      setOff={(site, off) => void setSiteOff(site, off)}
      grantAccess={() => void requestHostAccess()}
      openDigest={openDigest}
    />
  )
}

function useShortcut(): string | undefined {
  const [shortcut, setShortcut] = useState<string>()
  useEffect(() => void digestShortcut().then(setShortcut), [])
  return shortcut
}

function describePage(view: TabView): PopupPage {
  if (view.name !== 'readable') return { name: view.name }
  const top = view.frames.get(0)
  if (!top) return { name: 'loading' }
  const reports = [...view.frames.values()]
  return {
    name: 'readable',
    site: top.site,
    off: top.off,
    counts: addCounts(reports.map((report) => countListed(report.mentions))),
  }
}
