import type { ClashChoice, NameClash } from '../../core/packs/own-names.ts'
import { say } from '../../core/words.ts'

type Props = {
  clashes: NameClash[]
  choices: ClashChoice[]
  decide(choice: ClashChoice): void
}

/** Written forms that mean something else already, and what the reader wants each to mean. */
export function NameClashes({ clashes, choices, decide }: Props) {
  if (clashes.length === 0) return null
  return (
    <div class="warning">
      <p>{say('sources_clashes')}</p>
      {clashes.map(({ form, own, other }) => {
        const keep = choices.find((one) => one.form === form)?.keep ?? 'other'
        const option = (value: ClashChoice['keep'], words: string) => (
          <label class="option">
            <input
              type="radio"
              name={`clash ${form}`}
              checked={keep === value}
              onChange={() => decide({ form, keep: value })}
            />
            <span>{words}</span>
          </label>
        )
        return (
          <fieldset key={form}>
            <legend>{say('sources_clash', { form })}</legend>
            {option(
              'other',
              other.pack === undefined
                ? say('sources_clashBundled', { name: other.name })
                : say('sources_clashPack', { name: other.name, pack: other.pack }),
            )}
            {option('own', say('sources_clashOwn', { name: own }))}
          </fieldset>
        )
      })}
    </div>
  )
}
