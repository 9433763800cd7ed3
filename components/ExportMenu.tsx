import { useRef } from 'preact/hooks'
import { say } from '../core/words.ts'

/** The forms in which a digest can be taken along. */
const FORM_LABELS = {
  markdown: 'digest_exportMarkdown',
  csv: 'digest_exportCsv',
  json: 'digest_exportJson',
  csl: 'digest_exportCsl',
} as const
export type ExportForm = keyof typeof FORM_LABELS

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
      <summary>{say('digest_export')}</summary>
      <ul>
        {(Object.keys(FORM_LABELS) as ExportForm[]).map((form) => (
          <li key={form}>
            <button onClick={run(() => save(form))}>{say(FORM_LABELS[form])}</button>
          </li>
        ))}
        <li>
          <button onClick={run(print)}>{say('digest_exportPrint')}</button>
        </li>
      </ul>
    </details>
  )
}
