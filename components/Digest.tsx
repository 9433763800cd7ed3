import { useState } from 'preact/hooks'
import type { IndexLookup } from '../core/card/card-content.ts'
import type { PageChecks } from '../core/digest/check-page.ts'
import type { MentionRef, PageDigest } from '../core/digest/digest.ts'
import type { MentionCounts } from '../core/page-report.ts'
import type { EventSearch, LastingSearch, PassageSearch } from '../core/digest/search.ts'
import { nameSite } from '../core/site.ts'
import type { EventId } from '../core/source-index.ts'
import { sayDate } from '../core/wording.ts'
import { say } from '../core/words.ts'
import { ExportMenu, type ExportForm } from './ExportMenu.tsx'
import { Notice } from './Notice.tsx'
import { PagePane } from './PagePane.tsx'
import { SearchPane } from './SearchPane.tsx'
import { LockedNote } from './LockedNote.tsx'
import { SiteSwitch } from './SiteSwitch.tsx'
import { SourceList } from './SourceList.tsx'
import { OwnBar, type News } from './OwnBar.tsx'
import { SourcesMissing } from './SourcesMissing.tsx'
import { Tabs } from './Tabs.tsx'
import { TimeLine } from './TimeLine.tsx'

/** The page beside the digest. */
export type DigestPage =
  | { name: 'loading' }
  /** `reloadable`: an ordinary page, which may only be older than the extension. */
  | { name: 'unreadable'; reloadable: boolean }
  | { name: 'noAccess' }
  | {
      name: 'readable'
      site: string | undefined
      off: boolean
      /** An organisation has decided about the site. */
      locked: boolean
      counts: MentionCounts
      digest: PageDigest
      checks: PageChecks
      /** Its quotations and dates have come, too: what is exported before lacks them. */
      isRead: boolean
    }

/** The sources; `fault` says in a sentence why they are missing. */
export type DigestSources =
  | { name: 'loading' }
  | { name: 'missing'; fault: string }
  | {
      name: 'ready'
      lookup: IndexLookup
      search: PassageSearch
      searchEvents: EventSearch
      /** Searches all of the sources, where what is at hand is a part of them. */
      searchAll?: LastingSearch
    }

export type DigestProps = {
  page: DigestPage
  sources: DigestSources
  /** The mention that the digest was opened at. */
  here: MentionRef | undefined
  /** How many documents and events were added since the digest was last opened, if any. */
  news?: News | undefined
  /** The mention at the reading position. */
  position: MentionRef | undefined
  actions: {
    reveal(at: MentionRef): void
    revealQuotation(at: MentionRef): void
    light(at: MentionRef | undefined): void
    openReader(passage: string): void
    openDocument(id: string): void
    setOff(site: string, off: boolean): void
    grantAccess(): void
    reloadPage(): void
    retry(): void
    save(form: ExportForm): void
    print(): void
    addPage(): void
    openSources(): void
    showNew(since: number): void
  }
}

const TAB_LABELS = {
  page: 'digest_tabPage',
  timeline: 'digest_tabTimeLine',
  sources: 'digest_tabSources',
  search: 'digest_tabSearch',
} as const
type Tab = keyof typeof TAB_LABELS
const TABS: Tab[] = ['page', 'timeline', 'sources', 'search']

/** The side panel: the whole page and its sources. */
export function Digest(props: DigestProps) {
  const [tab, setTab] = useState<Tab>('page')
  const [event, setEvent] = useState<EventId>()
  const openEvent = (id: EventId) => {
    setEvent(id)
    setTab('timeline')
  }
  return (
    <main class="digest">
      <PageHeader {...props} />
      <OwnBar {...props} />
      <Tabs<Tab>
        tabs={TABS.map((id) => ({ id, label: say(TAB_LABELS[id]) }))}
        chosen={tab}
        choose={setTab}
      />
      <div id="pane" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'page' ? (
          <PagePane {...props} openTimeLine={() => setTab('timeline')} />
        ) : (
          <SourcesPane
            {...props}
            tab={tab}
            event={event}
            setEvent={setEvent}
            openEvent={openEvent}
          />
        )}
      </div>
    </main>
  )
}

function PageHeader({ page, actions, sources }: DigestProps) {
  if (page.name !== 'readable') {
    return (
      <header>
        <h1>{say('manifest_name')}</h1>
        {/* Holds the place, so that the tabs do not move when the page has been read. */}
        <div class="where" />
      </header>
    )
  }
  const { site, off, locked, digest, checks, isRead } = page
  const { published } = checks
  return (
    <header>
      <h1 dir="auto">{digest.title || digest.address}</h1>
      <div class="where">
        <span class="site" title={digest.address}>
          {site && nameSite(site)}
        </span>
        {published && <time dateTime={published.date.value}>{sayDate(published.date)}</time>}
        {!off && isRead && digest.total > 0 && sources.name === 'ready' && (
          <ExportMenu save={actions.save} print={actions.print} />
        )}
        {site !== undefined && (
          <SiteSwitch
            site={nameSite(site)}
            off={off}
            locked={locked}
            change={(nowOff) => actions.setOff(site, nowOff)}
          />
        )}
      </div>
      {locked && <LockedNote />}
    </header>
  )
}

type SourcesProps = DigestProps & {
  tab: Tab
  event: EventId | undefined
  setEvent(event: EventId | undefined): void
  openEvent(event: EventId): void
}

function SourcesPane({ page, sources, actions, tab, event, setEvent, openEvent }: SourcesProps) {
  if (sources.name === 'loading')
    return <Notice title={say('state_loadingSources')}>{say('state_oneMoment')}</Notice>
  if (sources.name === 'missing')
    return <SourcesMissing fault={sources.fault} retry={actions.retry} />
  const { lookup, search, searchEvents, searchAll } = sources
  const { openReader, openDocument } = actions
  if (tab === 'search')
    return (
      <SearchPane
        lookup={lookup}
        search={search}
        searchEvents={searchEvents}
        searchAll={searchAll}
        openReader={openReader}
        openEvent={openEvent}
      />
    )
  if (tab === 'sources') return <SourceList lookup={lookup} openDocument={openDocument} />
  const read = page.name === 'readable' ? page : undefined
  return (
    <TimeLine
      lookup={lookup}
      lit={read?.digest.events ?? new Set()}
      old={read?.checks.old ?? []}
      published={read?.checks.published}
      chosen={event}
      choose={setEvent}
      openReader={openReader}
    />
  )
}
