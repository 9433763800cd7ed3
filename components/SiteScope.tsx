import type { SiteScopes } from '../core/settings/site-scope.ts'
import { nameHost, nameSite, type SiteKey } from '../core/site.ts'
import { say } from '../core/words.ts'

type Props = {
  scopes: Required<SiteScopes>
  chosen: SiteKey
  choose(site: SiteKey): void
}

/** Whether the switch speaks of the whole site or of this host alone. */
export function SiteScope({ scopes: { site, host }, chosen, choose }: Props) {
  return (
    <label class="scope">
      <span>{say('popup_scope')}</span>
      <select class="choice" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value={site}>{say('popup_scopeSite', { site: nameSite(site) })}</option>
        <option value={host}>{say('popup_scopeHost', { host: nameHost(host) })}</option>
        {chosen !== site && chosen !== host && (
          <option value={chosen}>{say('popup_scopeSite', { site: nameSite(chosen) })}</option>
        )}
      </select>
    </label>
  )
}
