import { LockedNote } from './LockedNote.tsx'

type Option<Value> = { value: Value; label: string; note?: string }

type Props<Value extends string> = {
  /** What is chosen about. */
  legend: string
  name: string
  options: readonly Option<Value>[]
  chosen: Value
  locked?: boolean
  choose(value: Value): void
}

/** One of a few, each with a line that says what it means. */
export function Choice<Value extends string>(props: Props<Value>) {
  const { legend, name, options, chosen, locked = false, choose } = props
  return (
    <fieldset disabled={locked}>
      <legend>{legend}</legend>
      {locked && <LockedNote />}
      {options.map(({ value, label, note }) => (
        <label class="option" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => choose(value)}
          />
          <span>
            <span class="name">{label}</span>
            {note && <span class="soft">{note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
