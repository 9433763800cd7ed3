/** What a file of ours may look like to a browser. */
export const JSON_FILES = 'application/json,.json'

type Props = {
  label: string
  /** Which files are offered: `folder` for all in a folder. */
  accept: string | { folder: true }
  many?: boolean
  disabled?: boolean
  /** At least one. */
  choose(files: File[]): void
}

/** A button by which files are chosen. */
export function FileButton({ label, accept, many = false, disabled = false, choose }: Props) {
  return (
    <label class="button">
      {label}
      <input
        type="file"
        class="visually-hidden"
        multiple={many}
        disabled={disabled}
        {...(typeof accept === 'string' ? { accept } : { webkitdirectory: true })}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          if (files.length > 0) choose(files)
          // The same file can be chosen again after it was mended.
          currentTarget.value = ''
        }}
      />
    </label>
  )
}
