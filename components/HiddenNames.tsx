import type { SettingsEdit } from '../core/settings/edit.ts'
import { hiddenKey, type HiddenName } from '../core/settings/settings.ts'
import { nameSite } from '../core/site.ts'
import { say } from '../core/words.ts'
import { OptionsSection } from './OptionsSection.tsx'

type Props = {
  hidden: readonly HiddenName[]
  edit(edit: SettingsEdit, sentence: string): void
}

/** Words that a reader has called a wrong match on some site, each to be taken back. */
export function HiddenNames({ hidden, edit }: Props) {
  const shown = hidden.filter(({ state }) => state === 'hidden')
  const show = (one: HiddenName) =>
    edit({ hidden: [{ ...one, state: 'unset' }] }, say('options_doneMarkAgain', { name: one.name }))
  return (
    <OptionsSection id="hidden" title={say('options_wrong')}>
      <p class="soft">{say('options_wrongNote')}</p>
      {shown.length === 0 && <p class="soft none">{say('options_wrongNone')}</p>}
      <ul class="rows">
        {shown.map((one) => (
          <li class="row" key={hiddenKey(one)}>
            <q class="name">{one.name}</q>
            <span class="soft reach">{nameSite(one.site)}</span>
            <button
              class="act"
              aria-label={say('options_markAgainOn', { name: one.name, site: nameSite(one.site) })}
              onClick={() => show(one)}
            >
              {say('options_markAgain')}
            </button>
          </li>
        ))}
      </ul>
    </OptionsSection>
  )
}
