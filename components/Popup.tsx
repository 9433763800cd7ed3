import type { MentionCounts } from '../core/page-report.ts'
import type { TabState } from '../core/settings/page-state.ts'
import type { PauseChoice } from '../core/settings/pause.ts'
import type { SiteKey } from '../core/site.ts'
import { say } from '../core/words.ts'
import { Counts } from './Counts.tsx'
import { Notice } from './Notice.tsx'
import { PauseChoices } from './PauseChoices.tsx'
import { PopupSite } from './PopupSite.tsx'
import { sayUnreadable } from './say-unreadable.ts'

/** What was read of the page under the toolbar popup. */
export type PopupPage =
  | { name: 'loading' }
  | { name: 'unreadable' }
  | { name: 'noAccess' }
  | { name: 'readable'; counts: MentionCounts }

export type PopupProps = {
  page: PopupPage
  /** What the settings say about the tab; `undefined` until it is known. */
  tab: TabState | undefined
  /** Keys that open the digest and that turn the switch, as the browser writes them. */
  shortcuts: { digest: string | undefined; toggle: string | undefined }
  actions: {
    /** `instead`: the key that the switch spoke of before. */
    setOff(site: SiteKey, off: boolean, instead?: SiteKey): void
    setPause(choice: PauseChoice): void
    openDigest(): void
    openSettings(): void
    /** Adds the page to the reader's own sources. */
    addPage(): void
    openSources(): void
    grantAccess(): void
  }
}

/** One switch for this site, the ways to pause, what the page mentions, and the way to the digest. */
export function Popup(props: PopupProps) {
  const { page, tab, shortcuts, actions } = props
  const isOn = tab !== undefined && tab.off === undefined
  return (
    <main class="popup">
      <header>
        <img src="/icon/32.png" alt="" />
        <h1>{say('manifest_name')}</h1>
        <button class="act" onClick={actions.openSettings}>
          {say('popup_settings')}
        </button>
      </header>
      <PageState {...props} />
      {isOn && page.name === 'readable' && <Counts counts={page.counts} />}
      {tab && <PauseChoices pause={tab.pause} choose={actions.setPause} />}
      <div class="own">
        {page.name === 'readable' && (
          <button class="act" onClick={actions.addPage}>
            {say('popup_addPage')}
          </button>
        )}
        <button class="act" onClick={actions.openSources}>
          {say('popup_sources')}
        </button>
      </div>
      <footer>
        <button class="button" onClick={actions.openDigest}>
          {say('popup_openDigest')}
        </button>
        {shortcuts.digest && <kbd>{shortcuts.digest}</kbd>}
      </footer>
    </main>
  )
}

function PageState({ page, tab, shortcuts, actions }: PopupProps) {
  if (page.name === 'noAccess')
    return (
      <Notice
        title={say('state_noAccess')}
        action={{ label: say('state_allowReading'), run: actions.grantAccess }}
      >
        {say('state_noAccessPopup')}
      </Notice>
    )
  if (!tab) return <div class="big soft">{say('state_wait')}</div>
  if (page.name === 'unreadable' || tab.site === undefined)
    return <Notice {...sayUnreadable(tab.place)} />
  return <PopupSite tab={tab} shortcut={shortcuts.toggle} setOff={actions.setOff} />
}
