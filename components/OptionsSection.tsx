import type { ComponentChildren } from 'preact'

type SectionProps = { id: string; title: string; children: ComponentChildren }

/** One part of the page under its heading. */
export function OptionsSection({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
