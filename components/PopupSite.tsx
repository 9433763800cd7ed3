import { useState } from 'preact/hooks'
import type { OffReason, TabState } from '../core/settings/page-state.ts'
import { nameSite, type SiteKey } from '../core/site.ts'
import { say, type MessageKey } from '../core/words.ts'
import { LockedNote } from './LockedNote.tsx'
import { SiteScope } from './SiteScope.tsx'
import { SiteSwitch } from './SiteSwitch.tsx'

type Props = {
  tab: TabState
  /** Keys that turn the switch. */
  shortcut: string | undefined
  setOff(site: SiteKey, off: boolean, instead?: SiteKey): void
}

/** The site's name, its big switch, and what the switch speaks of. */
export function PopupSite({ tab, shortcut, setOff }: Props) {
  const [picked, setPicked] = useState<SiteKey>()
  const { site, scopes, off, locked } = tab
  if (site === undefined || !scopes) return null
  const chosen = picked ?? site
  const { host } = scopes
  const choose = (scope: SiteKey) => {
    setPicked(scope)
    // What is off is moved to what is chosen now; what is on needs no word.
    if (off === 'site' && scope !== site) setOff(scope, true, site)
  }
  const change = (nowOff: boolean) =>
    setOff(chosen, nowOff, chosen === scopes.site && host !== undefined ? host : undefined)
  return (
    <section class="this-site">
      <div class="big">
        <div>
          <b title={site}>{nameSite(chosen)}</b>
          <span class="soft">{sayState(off)}</span>
        </div>
        <SiteSwitch
          site={nameSite(chosen)}
          off={off !== undefined}
          locked={locked}
          change={change}
          first
        />
      </div>
      {locked && <LockedNote />}
      {host !== undefined && !locked && (
        <SiteScope scopes={{ site: scopes.site, host }} chosen={chosen} choose={choose} />
      )}
      {shortcut && !locked && (
        <p class="hint soft">
          <span>{say('popup_shortcut')}</span> <kbd>{shortcut}</kbd>
        </p>
      )}
    </section>
  )
}

const STATES = {
  site: 'popup_offSite',
  unlisted: 'popup_offUnlisted',
  paused: 'popup_offPaused',
} as const satisfies Record<OffReason, MessageKey>

function sayState(off: OffReason | undefined): string {
  return say(off ? STATES[off] : 'popup_marked')
}
