import type { CardDriver } from './hover.ts'

type Answers = {
  dismiss(): void
  /** Not the time to open anything. */
  busy(): void
  scrolled(): void
  leavePage(): void
}

/** What closes a card, or keeps one from opening, besides keys and the pointer's own way. */
export function watchInterruptions(
  card: Pick<CardDriver<never>, 'cardAt' | 'raisePinned' | 'followFocus'>,
  { dismiss, busy, scrolled, leavePage }: Answers,
  signal: AbortSignal,
): void {
  const pressed = (event: PointerEvent) => {
    // Fingers and pens close cards when they tap, not when they touch: they may be about to scroll.
    if (event.isTrusted && event.pointerType === 'mouse' && card.cardAt(event.target) !== 'open')
      dismiss()
  }
  const selected = () => {
    if (document.getSelection()?.isCollapsed === false) busy()
  }
  let size = readSize()
  const refit = () => {
    size = readSize()
    dismiss()
    card.raisePinned()
  }
  // Firefox tells of a new size, now and then, when there is none.
  const resized = () => {
    if (readSize() !== size) refit()
  }
  // A modal dialog that opens takes the focus, and makes what stands outside it inert.
  const focused = (event: FocusEvent) => {
    const [target] = event.composedPath()
    if (target instanceof Element && card.followFocus(target)) dismiss()
  }
  const capture = { capture: true, passive: true, signal }
  document.addEventListener('pointerdown', pressed, capture)
  document.addEventListener('scroll', scrolled, capture)
  document.addEventListener('focusin', focused, capture)
  document.addEventListener('selectionchange', selected, { signal })
  document.addEventListener('fullscreenchange', refit, { signal })
  window.addEventListener('resize', resized, { signal })
  window.visualViewport?.addEventListener('resize', resized, { signal })
  window.visualViewport?.addEventListener('scroll', scrolled, { signal })
  window.addEventListener('pagehide', leavePage, { signal })
  window.addEventListener('popstate', dismiss, { signal })
}

/** All that a card's place hangs on, as one value to compare. */
function readSize(): string {
  const { width, height, scale } = window.visualViewport ?? {}
  return [innerWidth, innerHeight, width, height, scale].join()
}
