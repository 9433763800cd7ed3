import type { ComponentChildren } from 'preact'

type Props = {
  title: string
  children: ComponentChildren
  /** A way on. */
  action?: { label: string; run: () => void }
}

/** A state in which there is nothing to list: what it is, and a way on. */
export function Notice({ title, children, action }: Props) {
  return (
    <section class="notice">
      <h2>{title}</h2>
      <p>{children}</p>
      {action && (
        <button class="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </section>
  )
}
