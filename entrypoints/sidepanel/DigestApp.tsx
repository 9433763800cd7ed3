import { useEffect, useMemo, useState } from 'preact/hooks'
import { Digest } from '../../components/Digest.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PrintedRecord } from '../../components/PrintedRecord.tsx'
import type { DigestRecord } from '../../core/digest/digest-record.ts'
import { say } from '../../core/words.ts'
import { requestHostAccess } from '../../extension/host-access.ts'
import { openPrintable, reloadTab } from '../../extension/digest-panel.ts'
import { openReader } from '../../extension/open-reader.ts'
import { openAddPage, openSources as openSourcesPage } from '../../extension/open-sources.ts'
import { setSiteOff } from '../../extension/settings.ts'
import { useActiveTab } from '../../extension/use-active-tab.ts'
import { useTabView } from '../../extension/use-tab-view.ts'
import { describePage, openSources } from './describe-page.ts'
import { recordPage, saveRecord } from './export-record.ts'
import { useDigestFocus } from './use-digest-focus.ts'
import { useNews } from './use-news.ts'
import { useIndex } from './use-index.ts'

/** Joins the digest to the active tab of its window and to the bundled sources. */
export function DigestApp() {
  const tabId = useActiveTab()
  const { view, position, ...watch } = useTabView(tabId, true)
  const { loaded, retry } = useIndex(view)
  const here = useDigestFocus(tabId)
  const sources = useMemo(() => openSources(loaded), [loaded])
  const page = useMemo(() => describePage(view, sources), [view, sources])
  const news = useNews()
  const isPrinted = new URLSearchParams(location.search).has('print')
  const record = usePrintedRecord(isPrinted, page, sources)
  if (isPrinted)
    return record ? (
      <PrintedRecord record={record} print={() => print()} />
    ) : (
      <main class="printed">
        <h1 class="visually-hidden">{say('manifest_name')}</h1>
        <Notice title={say('state_readingPage')}>{say('state_readingPrinted')}</Notice>
      </main>
    )
  return (
    <Digest
      page={page}
      sources={sources}
      here={here}
      position={position}
      news={news}
      actions={{
        ...watch,
        openReader: (passage) => void openReader(passage),
        openDocument: (id) => void openReader(id),
        setOff: (site, off) => void setSiteOff(site, off, tabId),
        grantAccess: () => void requestHostAccess(),
        reloadPage: () => tabId !== undefined && void reloadTab(tabId),
        retry,
        addPage: () => tabId !== undefined && void openAddPage(tabId),
        openSources: () => void openSourcesPage(),
        showNew: (since) => void openSourcesPage(since),
        save: (form) => {
          if (sources.name === 'ready' && page.name === 'readable')
            void saveRecord(sources, page, form)
        },
        print: () => tabId !== undefined && void openPrintable(tabId),
      }}
    />
  )
}

type Page = ReturnType<typeof describePage>
type Sources = ReturnType<typeof openSources>

/** The record of the page, for the printed digest only. What is on paper changes no more. */
function usePrintedRecord(
  isPrinted: boolean,
  page: Page,
  sources: Sources,
): DigestRecord | undefined {
  const [record, setRecord] = useState<DigestRecord>()
  useEffect(() => {
    if (!isPrinted || record || page.name !== 'readable' || !page.isRead) return
    if (sources.name === 'ready') void recordPage(sources, page).then(setRecord)
  }, [isPrinted, record, page, sources])
  return record
}
