import { listExceptions } from '../core/settings/decide.ts'
import { editForSwitch, type SettingsEdit } from '../core/settings/edit.ts'
import { isLockedSite, type Policy } from '../core/settings/policy.ts'
import type { Choices, Settings } from '../core/settings/settings.ts'
import { nameSite, type SiteKey } from '../core/site.ts'
import { say } from '../core/words.ts'
import { AddSite } from './AddSite.tsx'
import { Choice } from './Choice.tsx'
import { OptionsSection } from './OptionsSection.tsx'
import { SiteTable } from './SiteTable.tsx'

type Props = {
  settings: Settings
  policy: Policy
  readSite(text: string, only: boolean): SiteKey | undefined
  edit(edit: SettingsEdit, sentence: string): void
  choose(choices: Partial<Choices>, sentence: string): void
}

const listModes = () =>
  [
    {
      value: 'everywhere',
      label: say('options_everySite'),
      note: say('options_everySiteNote'),
    },
    {
      value: 'listed',
      label: say('options_listedSites'),
      note: say('options_listedSitesNote'),
    },
  ] as const

/** Where marks are made, and the list of sites that are set apart. */
export function SiteRules({ settings, policy, readSite, edit, choose }: Props) {
  const { mode } = settings.choices
  const isListed = mode === 'listed'
  const add = (site: SiteKey) =>
    edit(
      editForSwitch(settings, { site, off: !isListed }),
      say(isListed ? 'options_doneOn' : 'options_doneOff', { site: nameSite(site) }),
    )
  const remove = (site: SiteKey) =>
    edit(
      { sites: [{ site, state: 'unset' }] },
      say('options_doneRemoved', { site: nameSite(site) }),
    )
  return (
    <OptionsSection id="sites" title={say('options_sites')}>
      <Choice
        legend={say('options_where')}
        name="mode"
        options={listModes()}
        chosen={mode}
        locked={policy.locked.includes('mode')}
        choose={(value) =>
          choose(
            { mode: value },
            say(value === 'listed' ? 'options_doneListed' : 'options_doneEverySite'),
          )
        }
      />
      <h3>{say(isListed ? 'options_sitesOn' : 'options_sitesOff')}</h3>
      <AddSite listed={isListed} readSite={readSite} add={add} />
      <SiteTable
        entries={listExceptions(settings)}
        listed={isListed}
        isLocked={(site) => isLockedSite(policy, site)}
        remove={remove}
      />
    </OptionsSection>
  )
}
