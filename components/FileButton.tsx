/** What a file of ours may look like to a browser. */
export const JSON_FILES = 'application/json,.json'

type Props = { label: string; accept: string; choose(file: File): void }

/** A button by which a file is chosen. */
export function FileButton({ label, accept, choose }: Props) {
  return (
    <label class="button">
      {label}
      <input
        type="file"
        class="visually-hidden"
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) choose(file)
          // The same file can be chosen again after it was mended.
          currentTarget.value = ''
        }}
      />
    </label>
  )
}
