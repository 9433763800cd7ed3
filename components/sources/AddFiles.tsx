import { useState } from 'preact/hooks'
import { READABLE } from '../../core/capture/file-kind.ts'
import { say } from '../../core/words.ts'
import { FileButton } from '../FileButton.tsx'
import { OptionsSection } from '../OptionsSection.tsx'
import { PackChoice, type PackOption } from './PackChoice.tsx'
import { ReadingProgress, type Reading } from './ReadingProgress.tsx'

const FOLDER = { folder: true } as const

type Props = {
  packs: PackOption[]
  chosen: string
  choose(pack: string): void
  /** Who files are from that do not say it themselves. */
  publisher: string
  setPublisher(publisher: string): void
  reading: Reading | undefined
  addFiles(files: File[]): void
  addDropped(dropped: DataTransfer): void
  cancel(): void
}

/** Where files and folders are dropped or chosen, and how far their reading is. */
export function AddFiles(props: Props) {
  const { packs, chosen, choose, publisher, setPublisher, reading, cancel } = props
  return (
    <OptionsSection id="add" title={say('sources_add')}>
      <p class="soft">{say('sources_addNote')}</p>
      <DropZone {...props} />
      <div class="into">
        <PackChoice packs={packs} chosen={chosen} choose={choose} />
        <p class="text-field">
          <label for="files-publisher">{say('sources_publisher')}</label>
          <input
            id="files-publisher"
            class="field"
            type="text"
            maxLength={120}
            value={publisher}
            onInput={({ currentTarget }) => setPublisher(currentTarget.value)}
          />
        </p>
      </div>
      {reading && <ReadingProgress reading={reading} cancel={cancel} />}
    </OptionsSection>
  )
}

function DropZone({ addFiles, addDropped, reading }: Props) {
  const [over, setOver] = useState(false)
  const busy = reading?.running ?? false
  return (
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (event.dataTransfer && !busy) addDropped(event.dataTransfer)
      }}
    >
      <p>{say('sources_drop')}</p>
      <div class="buttons">
        <FileButton
          label={say('sources_chooseFiles')}
          accept={READABLE.join(',')}
          many
          disabled={busy}
          choose={addFiles}
        />
        <FileButton
          label={say('sources_chooseFolder')}
          accept={FOLDER}
          many
          disabled={busy}
          choose={addFiles}
        />
      </div>
    </div>
  )
}
