import { useRef } from 'preact/hooks'
import { say } from '../core/words.ts'

type Props<Id extends string> = {
  tabs: { id: Id; label: string }[]
  chosen: Id
  choose(id: Id): void
}

/** A row of tabs: one stop for Tab, arrows, Home and End inside, as the ARIA pattern has it. */
export function Tabs<Id extends string>({ tabs, chosen, choose }: Props<Id>) {
  const row = useRef<HTMLDivElement>(null)
  const go = (index: number) => {
    const tab = tabs.at(index % tabs.length)
    if (!tab) return
    choose(tab.id)
    row.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === chosen)
    const isRightToLeft = row.current?.matches(':dir(rtl)') ?? false
    const moves: Record<string, number> = {
      [isRightToLeft ? 'ArrowLeft' : 'ArrowRight']: at + 1,
      [isRightToLeft ? 'ArrowRight' : 'ArrowLeft']: at - 1,
      Home: 0,
      End: -1,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    go(next)
  }
  return (
    <div class="tabs" role="tablist" aria-label={say('digest_tabs')} ref={row} onKeyDown={press}>
      {tabs.map(({ id, label }) => (
        <button
          key={id}
          id={`tab-${id}`}
          role="tab"
          aria-selected={id === chosen}
          aria-controls="pane"
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
