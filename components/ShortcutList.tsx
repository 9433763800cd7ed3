import { say } from '../core/words.ts'
import { OptionsSection } from './OptionsSection.tsx'

/** A keyboard command; `keys` are empty where there are none. */
export type ShownShortcut = { name: string; description: string; keys: string }

type Props = { shortcuts: ShownShortcut[]; change(): void }

/** The keyboard commands, and the way to change them: only the browser can. */
export function ShortcutList({ shortcuts, change }: Props) {
  return (
    <OptionsSection id="shortcuts" title={say('options_shortcuts')}>
      <ShortcutTable shortcuts={shortcuts} />
      <button class="button" onClick={change}>
        {say('options_changeKeys')}
      </button>
    </OptionsSection>
  )
}

/** Each command with its keys. */
export function ShortcutTable({ shortcuts }: Pick<Props, 'shortcuts'>) {
  return (
    <dl class="shortcuts">
      {shortcuts.map(({ name, description, keys }) => (
        <div key={name}>
          <dt>{description}</dt>
          <dd>{keys ? <kbd>{keys}</kbd> : <span class="soft">{say('options_noKeys')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
