import { CARD_ELEMENT } from '../../core/card/card-life.ts'
import type { CardNote } from '../../core/card/card-note.ts'
import { createCardHost } from '../../page/card-host.ts'
import type { FramedSign } from '../../page/hover.ts'
import { linesOf } from '../../page/mention-lines.ts'
import { schemeAt } from '../../page/page-tone.ts'
import type { PageMention } from '../../page/placement.ts'
import { createCardSurface } from './card-surface.ts'
import { shadowRootOf } from './shadow-root-of.ts'

/** How long a note stays, in ms: long enough to read it twice. It waits for whoever is at it. */
const NOTE_MS = 10_000

/**
 * Says where a mention stood what was done there; `undo` takes it back. `focus`: goes into it, and
 * `quietly` for who has done it with a pointer.
 */
export type ShowNote = (
  mention: PageMention,
  note: CardNote,
  how: { undo(): void; focus: boolean; quietly: boolean },
) => void

/**
 * Notes outlive the marks: what was just done may have taken those away. One stays until it is undone,
 * closed, clicked away, or nobody has been at it for a while.
 */
export function createNoteHost(signal: AbortSignal): ShowNote {
  const host = createCardHost(shadowRootOf)
  let showing: AbortController | undefined
  const close = () => {
    showing?.abort()
    host.close()
  }
  signal.addEventListener('abort', close)
  return (mention, note, { undo, focus, quietly }) => {
    const lines = linesOf(mention)
    if (lines.length === 0 || signal.aborted) return
    close()
    showing = new AbortController()
    const current = showing.signal
    const act = () => {
      close()
      undo()
    }
    const { owner } = mention.block
    const rtl = getComputedStyle(owner).direction === 'rtl'
    const card = host.prepare()
    current.addEventListener('abort', card.drop)
    const told = (sign: FramedSign) => {
      if (sign === 'escape') close()
      else if (sign !== 'left') host.returnFocus(sign === 'on')
    }
    const show = () => {
      if (current.aborted) return
      host.open(owner, { lines, rtl, scheme: schemeAt(owner) }, card)
      if (focus) host.focus('open', quietly)
      const isBusy = () => card.host.matches(':hover') || host.focused(false) !== undefined
      closeWhenLeft(card.host, isBusy, close, current)
    }
    const surface = createCardSurface(card, owner, told)
    // Where its code does not come, what was done is done without a word.
    surface.draw({ note, actions: { close, undo: act } }).then(show, card.drop)
  }
}

/** Whether a card of ours holds the focus. */
export function isCardFocused(): boolean {
  return document.activeElement?.localName === CARD_ELEMENT
}

function closeWhenLeft(
  element: HTMLElement,
  isBusy: () => boolean,
  close: () => void,
  signal: AbortSignal,
): void {
  const options = { signal, capture: true }
  const closeIf = (isMeant: boolean, { isTrusted }: Event) => isMeant && isTrusted && close()
  document.addEventListener('pointerdown', (it) => closeIf(it.target !== element, it), options)
  document.addEventListener('keydown', (it) => closeIf(it.key === 'Escape', it), options)
  window.addEventListener('pagehide', close, options)
  const timer = setInterval(() => isBusy() || close(), NOTE_MS)
  signal.addEventListener('abort', () => clearInterval(timer))
}
