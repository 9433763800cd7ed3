import { nameSite } from '../core/site.ts'
import { say, sayCount } from '../core/words.ts'
import { Counts } from './Counts.tsx'
import type { DigestProps } from './Digest.tsx'
import { FigureChecks } from './FigureChecks.tsx'
import { MentionList } from './MentionList.tsx'
import { Notice } from './Notice.tsx'
import { QuoteChecks } from './QuoteChecks.tsx'
import { SourcesMissing } from './SourcesMissing.tsx'

type Props = DigestProps & { openTimeLine(): void }

/** What the page mentions and claims, or why nothing can be said of it, and a way on. */
export function PagePane(props: Props) {
  const { page, sources, actions } = props
  if (sources.name === 'missing')
    return <SourcesMissing fault={sources.fault} retry={actions.retry} />
  if (page.name === 'noAccess')
    return (
      <Notice
        title={say('state_noAccess')}
        action={{ label: say('state_allowReading'), run: actions.grantAccess }}
      >
        {say('state_noAccessDigest')}
      </Notice>
    )
  if (page.name === 'unreadable')
    return (
      <Unreadable
        reloadable={page.reloadable}
        reload={actions.reloadPage}
        openTimeLine={props.openTimeLine}
      />
    )
  if (page.name === 'loading' || sources.name === 'loading')
    return <Notice title={say('state_readingPage')}>{say('state_readingPageNote')}</Notice>
  const { site, off, locked, digest } = page
  if (off && site !== undefined)
    return (
      <Notice
        title={say('state_off', { site: nameSite(site) })}
        {...(!locked && {
          action: { label: say('state_switchOn'), run: () => actions.setOff(site, false) },
        })}
      >
        {say('state_offNote')}
      </Notice>
    )
  return digest.total === 0 ? <NoMention {...props} /> : <PageFindings {...props} />
}

type UnreadableProps = { reloadable: boolean; reload(): void; openTimeLine(): void }

function Unreadable({ reloadable, reload, openTimeLine }: UnreadableProps) {
  if (reloadable)
    return (
      <Notice title={say('state_notRead')} action={{ label: say('state_reload'), run: reload }}>
        {say('state_notReadNote')}
      </Notice>
    )
  return (
    <Notice
      title={say('state_unreadable')}
      action={{ label: say('state_seeSources'), run: openTimeLine }}
    >
      {say('state_unreadableNote')}
    </Notice>
  )
}

function NoMention({ page, sources, actions, openTimeLine }: Props) {
  if (page.name !== 'readable' || sources.name !== 'ready') return null
  return (
    <>
      <Notice
        title={say('state_noMention')}
        action={{ label: say('state_seeSources'), run: openTimeLine }}
      >
        {say('state_noMentionNote')}
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
  if (old === 0) return sayCount('digest_told', all, { told })
  return sayCount('digest_toldOld', all, { told, old })
}
