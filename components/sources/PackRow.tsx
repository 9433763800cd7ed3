import { useState } from 'preact/hooks'
import { BUNDLED, type PackId } from '../../core/packs/pack.ts'
import { say, sayCount, sayLabel } from '../../core/words.ts'
import { NameField } from './NameField.tsx'
import { namePack, type ListedPack } from './pack-summary.ts'

export type PackActions = {
  open(pack: PackId | undefined): void
  switchPack(pack: ListedPack, on: boolean): void
  rename(pack: ListedPack, name: string): void
  exportPack(pack: PackId): void
  deletePack(pack: ListedPack): void
}

type Props = { pack: ListedPack; opened: boolean; actions: PackActions }

/** A pack in one line: on or off, what it holds, and what can be done with it. */
export function PackRow({ pack, opened, actions }: Props) {
  const [naming, setNaming] = useState(false)
  const name = namePack(pack)
  if (naming)
    return (
      <NameField
        label={say('sources_packName')}
        name={pack.name}
        save={(typed) => {
          setNaming(false)
          actions.rename(pack, typed)
        }}
        cancel={() => setNaming(false)}
      />
    )
  return (
    <div class="pack">
      <label class="option">
        <input
          type="checkbox"
          checked={pack.on}
          aria-label={say('sources_packOn', { pack: name })}
          onChange={({ currentTarget }) => actions.switchPack(pack, currentTarget.checked)}
        />
        <span>
          <bdi class="name">{name}</bdi>
          <span class="soft">{sayHeld(pack)}</span>
        </span>
      </label>
      {pack.id !== BUNDLED && (
        <div class="acts">
          <button
            class="act"
            aria-expanded={opened}
            onClick={() => actions.open(opened ? undefined : pack.id)}
          >
            {opened ? say('sources_closePack') : say('sources_openPack')}
          </button>
          <button class="act" onClick={() => setNaming(true)}>
            {say('sources_rename')}
          </button>
          <button class="act" onClick={() => actions.exportPack(pack.id)}>
            {say('sources_export')}
          </button>
          <button class="act" onClick={() => actions.deletePack(pack)}>
            {say('sources_delete')}
          </button>
        </div>
      )}
    </div>
  )
}

function sayHeld({ id, on, documents, waiting, failed, names }: ListedPack): string {
  return sayLabel([
    on ? undefined : say('sources_off'),
    id === BUNDLED ? say('sources_bundledNote') : sayCount('sources_documents', documents),
    names.entities.length > 0 ? sayCount('sources_names', names.entities.length) : undefined,
    waiting > 0 ? sayCount('sources_waiting', waiting) : undefined,
    failed > 0 ? sayCount('sources_failedCount', failed) : undefined,
  ])
}
