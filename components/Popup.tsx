import type { MentionCounts } from '../core/page-report.ts'
import { nameSite } from '../core/site.ts'
import { Counts } from './Counts.tsx'
import { Notice } from './Notice.tsx'
import { SiteSwitch } from './SiteSwitch.tsx'

/** The page under the toolbar popup. */
export type PopupPage =
  | { name: 'loading' }
  | { name: 'unreadable' }
  | { name: 'noAccess' }
  | { name: 'readable'; site: string | undefined; off: boolean; counts: MentionCounts }

type Props = {
  page: PopupPage
  /** Keys that open the digest, as the browser writes them. */
  shortcut: string | undefined
  setOff(site: string, off: boolean): void
  openDigest(): void
  grantAccess(): void
}

/** One switch for this site, what the page mentions, and the way to the digest. */
export function Popup({ page, shortcut, setOff, openDigest, grantAccess }: Props) {
  return (
    <main class="popup">
      <header>
        <img src="/icon/32.png" alt="" />
        <h1>Source Context</h1>
      </header>
      <PageState page={page} setOff={setOff} grantAccess={grantAccess} />
      <footer>
        <button class="button" onClick={openDigest}>
          Open digest
        </button>
        {shortcut && <kbd>{shortcut}</kbd>}
      </footer>
    </main>
  )
}

function PageState({ page, setOff, grantAccess }: Pick<Props, 'page' | 'setOff' | 'grantAccess'>) {
  if (page.name === 'loading') return <div class="big soft">Reading the page…</div>
  if (page.name === 'noAccess')
    return (
      <Notice
        title="No page may be read"
        action={{ label: 'Allow reading pages', run: grantAccess }}
      >
        The browser holds back the right to read pages. Nothing that is read leaves the browser.
      </Notice>
    )
  if (page.name === 'unreadable' || page.site === undefined) {
    return (
      <Notice title="This page cannot be read">
        Browsers keep extensions out of their own pages, of stores and of some built-in viewers.
      </Notice>
    )
  }
  const { site, off, counts } = page
  return (
    <>
      <div class="big">
        <div>
          <b>{nameSite(site)}</b>
          <span class="soft">
            {off ? 'Nothing is marked on this site.' : 'Mentions are marked.'}
          </span>
        </div>
        <SiteSwitch site={nameSite(site)} off={off} change={(nowOff) => setOff(site, nowOff)} />
      </div>
      {!off && <Counts counts={counts} />}
    </>
  )
}
