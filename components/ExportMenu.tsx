import { useRef } from 'preact/hooks'

/** The forms in which a digest can be taken along. */
export const EXPORT_FORMS = {
  markdown: 'Markdown, to read and paste',
  csv: 'CSV, for spreadsheets',
  json: 'JSON, everything',
  csl: 'CSL-JSON, for citation managers',
} as const
export type ExportForm = keyof typeof EXPORT_FORMS

type Props = { save(form: ExportForm): void; print(): void }

/** Ways to take the digest along. */
export function ExportMenu({ save, print }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  const run = (work: () => void) => () => {
    menu.current?.removeAttribute('open')
    menu.current?.querySelector('summary')?.focus()
    work()
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') run(() => undefined)()
  }
  const closeOutside = (event: FocusEvent) => {
    const to = event.relatedTarget
    if (to instanceof Node && !menu.current?.contains(to)) menu.current?.removeAttribute('open')
  }
  return (
    <details class="export" ref={menu} onKeyDown={closeOnEscape} onFocusOut={closeOutside}>
      <summary>Export</summary>
      <ul>
        {(Object.keys(EXPORT_FORMS) as ExportForm[]).map((form) => (
          <li key={form}>
            <button onClick={run(() => save(form))}>{EXPORT_FORMS[form]}</button>
          </li>
        ))}
        <li>
          <button onClick={run(print)}>A page to print</button>
        </li>
      </ul>
    </details>
  )
}
