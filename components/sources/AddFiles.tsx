import { useState } from 'preact/hooks'
import { READABLE } from '../../core/capture/file-kind.ts'
import { say } from '../../core/words.ts'
import { OptionsSection } from '../OptionsSection.tsx'
import { PackChoice, type PackOption } from './PackChoice.tsx'
import { ReadingProgress, type Reading } from './ReadingProgress.tsx'

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
        <FileButton label={say('sources_chooseFiles')} folder={false} busy={busy} add={addFiles} />
        <FileButton label={say('sources_chooseFolder')} folder busy={busy} add={addFiles} />
      </div>
    </div>
  )
}

type ButtonProps = { label: string; folder: boolean; busy: boolean; add(files: File[]): void }

function FileButton({ label, folder, busy, add }: ButtonProps) {
  return (
    <label class="button">
      {label}
      <input
        type="file"
        class="visually-hidden"
        multiple
        disabled={busy}
        {...(folder ? { webkitdirectory: true } : { accept: READABLE.join(',') })}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </label>
  )
}
