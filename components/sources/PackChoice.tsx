import { say } from '../../core/words.ts'

export type PackOption = { id: string; name: string }

/** Stands for a pack that is made when something is put into it. */
export const NEW_PACK = 'new'

type Props = { packs: PackOption[]; chosen: string; choose(pack: string): void }

/** Into which pack something goes. */
export function PackChoice({ packs, chosen, choose }: Props) {
  return (
    <p class="text-field">
      <label for="pack-choice">{say('sources_into')}</label>
      <select
        id="pack-choice"
        class="field"
        value={chosen}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {packs.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={NEW_PACK}>{say('sources_newPackOption')}</option>
      </select>
    </p>
  )
}
