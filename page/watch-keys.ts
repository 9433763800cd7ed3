import { OPEN_CHORD } from '../core/card/open-chord.ts'
import type { CardDriver } from './hover.ts'

export type KeyAnswers = {
  /** A card shows; `byKey`: it was asked for by key or tap. */
  openCard(): { byKey: boolean } | undefined
  /** Answers whether there was anything to open or go into. */
  request(): boolean
  /** Closes what shows, one thing a call; answers whether there was anything. */
  escape(): boolean
  /** A key that is not ours: somebody types. */
  typed(): void
}

/** The keys that concern cards. Everything else is the page's, as before. */
export function watchKeys(
  card: Pick<CardDriver<never>, 'cardAt' | 'focus' | 'focused' | 'returnFocus'>,
  { openCard, request, escape, typed }: KeyAnswers,
  signal: AbortSignal,
): void {
  const take = (event: KeyboardEvent) => {
    // The key did something here: a dialog of the page must not take it too.
    event.preventDefault()
    event.stopPropagation()
  }
  const tab = (event: KeyboardEvent) => {
    const inside = card.focused(event.shiftKey)
    if (inside) {
      if (!inside.isLast) return
      card.returnFocus()
      // Forwards the browser goes on from where one was; backwards one is back there.
      if (event.shiftKey) take(event)
    } else if (!event.shiftKey && openCard()?.byKey && card.focus('open')) take(event)
  }
  const press = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing) return
    if (event.key === 'Escape') {
      if (escape()) take(event)
    } else if (isChord(event)) {
      if (request()) take(event)
    } else if (isPlainTab(event)) tab(event)
    else if (!MODIFIERS.has(event.key) && !card.cardAt(event.target)) typed()
  }
  document.addEventListener('keydown', press, { capture: true, signal })
}

const MODIFIERS = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift', 'CapsLock', 'Fn'])

export function isChord({ code, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const isKey = code === OPEN_CHORD.code && altKey === OPEN_CHORD.alt
  return isKey && shiftKey === OPEN_CHORD.shift && !ctrlKey && !metaKey
}

export function isPlainTab({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Tab' && !altKey && !ctrlKey && !metaKey
}
