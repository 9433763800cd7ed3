import { useEffect, useState } from 'preact/hooks'
import { findContrastFaults } from '../core/settings/contrast.ts'
import type { Lockable } from '../core/settings/policy.ts'
import { DEFAULT_CHOICES, type Choices } from '../core/settings/settings.ts'
import { say } from '../core/words.ts'
import { Choice } from './Choice.tsx'
import { ContrastFaults } from './ContrastFaults.tsx'
import { KindChoices } from './KindChoices.tsx'
import { MarkPreview } from './MarkPreview.tsx'
import { OptionsSection } from './OptionsSection.tsx'

type Props = {
  choices: Choices
  locked: readonly Lockable[]
  choose(choices: Partial<Choices>, sentence: string): void
}

const listDensities = () =>
  [
    { value: 'every', label: say('options_densityEvery') },
    { value: 'paragraph', label: say('options_densityParagraph') },
    { value: 'page', label: say('options_densityPage') },
    {
      value: 'none',
      label: say('options_densityNone'),
      note: say('options_densityNoneNote'),
    },
  ] as const

const listLooks = () =>
  [
    { value: 'both', label: say('options_lookBoth') },
    { value: 'underline', label: say('options_lookUnderline') },
    { value: 'background', label: say('options_lookBackground') },
  ] as const

/** How much is marked, which kinds, and how marks look, with a preview that follows at once. */
export function MarkChoices({ choices, locked, choose }: Props) {
  // A colour is shown while it is being picked and kept when it has been.
  const [draft, setDraft] = useState<Partial<Choices>>({})
  useEffect(() => setDraft({}), [choices])
  const shown = { ...choices, ...draft }
  const { look, colourHuawei, colourZte, colourAction } = DEFAULT_CHOICES
  return (
    <OptionsSection id="marks" title={say('options_marks')}>
      <Choice
        legend={say('options_density')}
        name="density"
        options={listDensities()}
        chosen={choices.density}
        locked={locked.includes('density')}
        choose={(density) => choose({ density }, say('options_doneDensity'))}
      />
      <KindChoices
        choices={shown}
        locked={locked}
        choose={choose}
        tryOut={(some) => setDraft((old) => ({ ...old, ...some }))}
      />
      <Choice
        legend={say('options_look')}
        name="look"
        options={listLooks()}
        chosen={choices.look}
        locked={locked.includes('look')}
        choose={(value) => choose({ look: value }, say('options_doneLook'))}
      />
      <MarkPreview choices={shown} />
      <ContrastFaults faults={findContrastFaults(shown)} />
      <button
        class="button"
        onClick={() =>
          choose({ look, colourHuawei, colourZte, colourAction }, say('options_doneUsualLook'))
        }
      >
        {say('options_usualLook')}
      </button>
    </OptionsSection>
  )
}
