import { useState } from 'preact/hooks'
import type { IndexLookup } from '../core/card-content.ts'
import type { PageDigest } from '../core/digest.ts'
import type { MentionCounts } from '../core/page-report.ts'
import type { PassageSearch } from '../core/search.ts'
import { nameSite } from '../core/site.ts'
import { Counts } from './Counts.tsx'
import { EventList } from './EventList.tsx'
import { MentionList, type MentionRef } from './MentionList.tsx'
import { Notice } from './Notice.tsx'
import { SearchPane } from './SearchPane.tsx'
import { SiteSwitch } from './SiteSwitch.tsx'
import { SourceList } from './SourceList.tsx'
import { Tabs } from './Tabs.tsx'

/** The page beside the digest. */
export type DigestPage =
  | { name: 'loading' }
  | { name: 'unreadable' }
  | {
      name: 'readable'
      site: string | undefined
      off: boolean
      counts: MentionCounts
      digest: PageDigest
    }

/** The sources; `fault` says in a sentence why they are missing. */
export type DigestSources =
  | { name: 'loading' }
  | { name: 'missing'; fault: string }
  | { name: 'ready'; lookup: IndexLookup; search: PassageSearch }

type Props = {
  page: DigestPage
  sources: DigestSources
  here: MentionRef | undefined
  actions: {
    reveal(at: MentionRef): void
    openReader(passage: string): void
    openDocument(id: string): void
    setOff(site: string, off: boolean): void
  }
}

const TABS = [
  { id: 'page', label: 'This page' },
  { id: 'timeline', label: 'Timeline' },
  { id: 'sources', label: 'Sources' },
  { id: 'search', label: 'Search' },
] as const
type Tab = (typeof TABS)[number]['id']

/** The side panel: the whole page and its sources. */
export function Digest(props: Props) {
  const [tab, setTab] = useState<Tab>('page')
  return (
    <main class="digest">
      <PageHeader {...props} />
      <Tabs<Tab> tabs={[...TABS]} chosen={tab} choose={(id) => setTab(id)} />
      <div id="pane" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'page' ? <PagePane {...props} /> : <SourcesPane {...props} tab={tab} />}
      </div>
    </main>
  )
}

function PageHeader({ page, actions }: Props) {
  if (page.name !== 'readable') {
    return (
      <header>
        <h1>Source Context</h1>
      </header>
    )
  }
  const { site, off, digest } = page
  return (
    <header>
      <h1>{digest.title || digest.address}</h1>
      <div class="where">
        <span title={digest.address}>{site === undefined ? '' : nameSite(site)}</span>
        {site !== undefined && (
          <SiteSwitch
            site={nameSite(site)}
            off={off}
            change={(nowOff) => actions.setOff(site, nowOff)}
          />
        )}
      </div>
    </header>
  )
}

function PagePane({ page, sources, here, actions }: Props) {
  if (sources.name === 'missing')
    return <Notice title="The sources cannot be read">{sources.fault}</Notice>
  if (page.name === 'loading' || sources.name === 'loading')
    return <Notice title="Reading the page…">This takes a moment on long pages.</Notice>
  if (page.name === 'unreadable') {
    return (
      <Notice title="This page cannot be read">
        Browsers keep extensions out of their own pages, of extension stores and of some built-in
        viewers. The timeline, the sources and the search work here all the same.
      </Notice>
    )
  }
  const { site, off, counts, digest } = page
  if (off && site !== undefined) {
    return (
      <Notice
        title={`Off on ${nameSite(site)}`}
        action={{ label: 'Switch on', run: () => actions.setOff(site, false) }}
      >
        Nothing on this site is read or marked.
      </Notice>
    )
  }
  if (digest.total === 0) {
    return (
      <Notice title="No mention on this page">
        Neither Huawei nor ZTE is named here, nor any agency’s action that concerns them. The list
        fills by itself when the page changes.
      </Notice>
    )
  }
  return (
    <>
      <Counts counts={counts} />
      <MentionList groups={digest.groups} here={here} reveal={actions.reveal} />
    </>
  )
}

function SourcesPane({ page, sources, actions, tab }: Props & { tab: string }) {
  if (sources.name === 'loading') return <Notice title="Loading the sources…">One moment.</Notice>
  if (sources.name === 'missing')
    return <Notice title="The sources cannot be read">{sources.fault}</Notice>
  const { lookup, search } = sources
  if (tab === 'search') return <SearchPane search={search} openReader={actions.openReader} />
  if (tab === 'sources') return <SourceList lookup={lookup} openDocument={actions.openDocument} />
  const lit = page.name === 'readable' ? page.digest.events : new Set<string>()
  return <EventList lookup={lookup} lit={lit} openReader={actions.openReader} />
}
