import { nameSite } from '../core/site.ts'
import { Counts } from './Counts.tsx'
import type { DigestProps } from './Digest.tsx'
import { FigureChecks } from './FigureChecks.tsx'
import { MentionList } from './MentionList.tsx'
import { Notice } from './Notice.tsx'
import { QuoteChecks } from './QuoteChecks.tsx'

type Props = DigestProps & { openTimeLine(): void }

/** What the page mentions and claims, or why nothing can be said of it, and a way on. */
export function PagePane(props: Props) {
  const { page, sources, actions } = props
  if (sources.name === 'missing')
    return (
      <Notice
        title="The sources cannot be read"
        action={{ label: 'Try again', run: actions.retry }}
      >
        {sources.fault}
      </Notice>
    )
  if (page.name === 'noAccess')
    return (
      <Notice
        title="No page may be read"
        action={{ label: 'Allow reading pages', run: actions.grantAccess }}
      >
        The browser holds back the right to read pages. Everything is read in the browser itself and
        nothing leaves it. The timeline, the sources and the search work all the same.
      </Notice>
    )
  if (page.name === 'unreadable')
    return <Unreadable reloadable={page.reloadable} reload={actions.reloadPage} />
  if (page.name === 'loading' || sources.name === 'loading')
    return <Notice title="Reading the page…">This takes a moment on long pages.</Notice>
  const { site, off, digest } = page
  if (off && site !== undefined)
    return (
      <Notice
        title={`Off on ${nameSite(site)}`}
        action={{ label: 'Switch on', run: () => actions.setOff(site, false) }}
      >
        Nothing on this site is read or marked.
      </Notice>
    )
  return digest.total === 0 ? <NoMention {...props} /> : <PageFindings {...props} />
}

function Unreadable({ reloadable, reload }: { reloadable: boolean; reload(): void }) {
  if (reloadable)
    return (
      <Notice title="This page is not read" action={{ label: 'Reload the page', run: reload }}>
        It may have been open before Source Context could read it: reloading helps then. Extension
        stores and some built-in viewers cannot be read at all.
      </Notice>
    )
  return (
    <Notice title="This page cannot be read">
      Browsers keep extensions out of their own pages, of extension stores and of some built-in
      viewers. The timeline, the sources and the search work here all the same.
    </Notice>
  )
}

function NoMention({ page, sources, actions, openTimeLine }: Props) {
  if (page.name !== 'readable' || sources.name !== 'ready') return null
  return (
    <>
      <Notice
        title="No mention on this page"
        action={{ label: 'See what the sources hold', run: openTimeLine }}
      >
        Neither Huawei nor ZTE is named here, nor any agency’s action that concerns them. The list
        fills by itself when the page changes.
      </Notice>
      <QuoteChecks
        quotes={page.checks.quotes}
        lookup={sources.lookup}
        openReader={actions.openReader}
        goTo={actions.revealQuotation}
      />
    </>
  )
}

function PageFindings({ page, sources, here, position, actions, openTimeLine }: Props) {
  if (page.name !== 'readable' || sources.name !== 'ready') return null
  const { counts, digest, checks } = page
  const { lookup } = sources
  const { openReader } = actions
  return (
    <>
      <Counts counts={counts} />
      {digest.events.size > 0 && (
        <button class="act told" onClick={openTimeLine}>
          {sayTold(digest.events.size, lookup.index.events.length, checks.old.length)}
        </button>
      )}
      <QuoteChecks
        quotes={checks.quotes}
        lookup={lookup}
        openReader={openReader}
        goTo={actions.revealQuotation}
      />
      <FigureChecks differences={checks.figures} lookup={lookup} openReader={openReader} />
      <MentionList
        digest={digest}
        lookup={lookup}
        here={here}
        position={position}
        reveal={actions.reveal}
        light={actions.light}
      />
    </>
  )
}

function sayTold(told: number, all: number, old: number): string {
  const some = `Tells of ${told} of ${all} events on the timeline`
  return old === 0 ? some : `${some}, ${old} of them without saying when`
}
