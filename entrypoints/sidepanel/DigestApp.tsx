import { useMemo } from 'preact/hooks'
import { Digest, type DigestPage, type DigestSources } from '../../components/Digest.tsx'
import { createLookup } from '../../core/card-content.ts'
import { createContextFinder, type ContextFinder } from '../../core/context.ts'
import { digestPage } from '../../core/digest.ts'
import { addCounts, countListed } from '../../core/page-report.ts'
import { createSearch } from '../../core/search.ts'
import type { SourceIndex } from '../../core/source-index.ts'
import { openReader } from '../../extension/open-reader.ts'
import { setSiteOff } from '../../extension/settings.ts'
import type { TabView } from '../../extension/watch-tab.ts'
import { useActiveTab } from '../../extension/use-active-tab.ts'
import { useDigestFocus } from './use-digest-focus.ts'
import { useIndex } from './use-index.ts'
import { useTabView } from '../../extension/use-tab-view.ts'

/** Joins the digest to the active tab of its window and to the bundled sources. */
export function DigestApp() {
  const tabId = useActiveTab()
  const { view, reveal } = useTabView(tabId)
  const loaded = useIndex()
  const here = useDigestFocus(tabId)
  const sources = useMemo(() => openSources(loaded), [loaded])
  const page = useMemo(() => describePage(view, sources), [view, sources])
  return (
    <Digest
      page={page}
      sources={sources}
      here={here}
      actions={{
        reveal: ({ frame, id }) => reveal(frame, id),
        openReader: (passage) => void openReader(passage),
        openDocument: (id) => void openReader(id),
        setOff: (site, off) => void setSiteOff(site, off),
      }}
    />
  )
}

type Sources = Exclude<DigestSources, { name: 'ready' }> | ReadySources
type ReadySources = Extract<DigestSources, { name: 'ready' }> & { finder: ContextFinder }

function openSources(loaded: SourceIndex | Error | undefined): Sources {
  if (loaded === undefined) return { name: 'loading' }
  if (loaded instanceof Error) return { name: 'missing', fault: loaded.message }
  const lookup = createLookup(loaded)
  return {
    name: 'ready',
    lookup,
    search: createSearch(lookup),
    finder: createContextFinder(loaded),
  }
}

function describePage(view: TabView, sources: Sources): DigestPage {
  if (view.name !== 'readable') return { name: view.name }
  const top = view.frames.get(0)
  if (!top || sources.name !== 'ready') return { name: 'loading' }
  const reports = [...view.frames.values()]
  return {
    name: 'readable',
    site: top.site,
    off: top.off,
    counts: addCounts(reports.map((report) => countListed(report.mentions))),
    digest: digestPage(view.frames, sources.finder, sources.lookup),
  }
}
