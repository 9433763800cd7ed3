import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { PackId } from '../../core/packs/pack.ts'
import { say } from '../../core/words.ts'
import { FileButton, JSON_FILES } from '../FileButton.tsx'
import { OptionsSection } from '../OptionsSection.tsx'
import { namePack, type ListedPack } from './pack-summary.ts'
import { NameField } from './NameField.tsx'
import { PackRow, type PackActions } from './PackRow.tsx'

type Props = {
  packs: ListedPack[]
  opened: PackId | undefined
  /** Where a pack file is wrong, a line for each fault. */
  faults: string[]
  actions: PackActions & { create(name: string): void; readPack(file: File): void }
  /** What the opened pack shows. */
  children: ComponentChildren
}

/** All packs, and the ways to make one and to bring one in. */
export function PackSection({ packs, opened, faults, actions, children }: Props) {
  const [naming, setNaming] = useState(false)
  return (
    <OptionsSection id="packs" title={say('sources_packs')}>
      <p class="soft">{say('sources_packsNote')}</p>
      <ul class="packs">
        {packs.map((pack) => (
          <li key={pack.id}>
            <PackRow pack={pack} opened={pack.id === opened} actions={actions} />
            {pack.id === opened && (
              <div class="opened" role="group" aria-label={namePack(pack)}>
                {children}
              </div>
            )}
          </li>
        ))}
      </ul>
      {naming ? (
        <NameField
          label={say('sources_packName')}
          name=""
          save={(name) => {
            setNaming(false)
            actions.create(name)
          }}
          cancel={() => setNaming(false)}
        />
      ) : (
        <div class="buttons">
          <button class="button" onClick={() => setNaming(true)}>
            {say('sources_newPack')}
          </button>
          <FileButton
            label={say('sources_importPack')}
            accept={JSON_FILES}
            choose={([file]) => file && actions.readPack(file)}
          />
        </div>
      )}
      {faults.length > 0 && (
        <div class="warning" role="alert">
          <p>{say('sources_packFaulty')}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </OptionsSection>
  )
}
