import type { Lockable } from '../core/settings/policy.ts'
import type { Choices, MarkKind } from '../core/settings/settings.ts'
import { say, type MessageKey } from '../core/words.ts'
import { KindMark } from './KindMark.tsx'
import { LockedNote } from './LockedNote.tsx'

type Props = {
  choices: Choices
  locked: readonly Lockable[]
  choose(choices: Partial<Choices>, sentence: string): void
  /** Shows a colour that is still being picked. */
  tryOut(choices: Partial<Choices>): void
}

type Row = {
  kind: MarkKind
  colourLabel: MessageKey
  on: 'markHuawei' | 'markZte' | 'markAction'
  colour: 'colourHuawei' | 'colourZte' | 'colourAction'
}

const ROWS = [
  {
    kind: 'huawei',
    colourLabel: 'options_colourHuawei',
    on: 'markHuawei',
    colour: 'colourHuawei',
  },
  {
    kind: 'zte',
    colourLabel: 'options_colourZte',
    on: 'markZte',
    colour: 'colourZte',
  },
  {
    kind: 'action',
    colourLabel: 'options_colourAction',
    on: 'markAction',
    colour: 'colourAction',
  },
] as const satisfies Row[]

/** Each kind on or off, and its colour. */
export function KindChoices({ choices, locked, choose, tryOut }: Props) {
  return (
    <fieldset class="kinds">
      <legend>{say('options_kinds')}</legend>
      {ROWS.some(({ on, colour }) => locked.includes(on) || locked.includes(colour)) && (
        <LockedNote />
      )}
      {ROWS.map(({ kind, colourLabel, on, colour }) => (
        <div class="row" key={kind}>
          <label class="option">
            <input
              type="checkbox"
              checked={choices[on]}
              disabled={locked.includes(on)}
              onChange={(event) =>
                choose({ [on]: event.currentTarget.checked }, say('options_doneKinds'))
              }
            />
            <KindMark kind={kind} />
            <span>{sayKind(kind)}</span>
          </label>
          <input
            type="color"
            aria-label={say(colourLabel)}
            value={choices[colour]}
            disabled={locked.includes(colour)}
            onInput={(event) => tryOut({ [colour]: event.currentTarget.value })}
            onChange={(event) =>
              choose({ [colour]: event.currentTarget.value }, say('options_doneColour'))
            }
          />
          <code class="soft" dir="ltr">
            {choices[colour]}
          </code>
        </div>
      ))}
    </fieldset>
  )
}

function sayKind(kind: MarkKind): string {
  if (kind === 'action') return say('options_kindAction')
  return kind === 'huawei' ? 'Huawei' : 'ZTE'
}
