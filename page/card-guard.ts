/**
 * Keeps what happens in the card from the page: its shortcuts do not hear keys pressed there, its
 * menus do not close on clicks there, and it does not scroll with the card. Our own listeners hear
 * first: they capture at the document.
 */
const KEPT = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
  'focusin',
  'focusout',
  'copy',
  'selectstart',
  'dragstart',
]

export function guardCard(host: HTMLElement, scrollerOf: () => Element | null): void {
  for (const type of KEPT) host.addEventListener(type, (event) => event.stopPropagation())
  const wheel = (event: WheelEvent) => {
    event.stopPropagation()
    // With the control key it zooms the page, which is the reader's wish wherever the pointer is.
    if (!event.ctrlKey && !canScroll(scrollerOf(), event)) event.preventDefault()
  }
  host.addEventListener('wheel', wheel, { passive: false })
}

/** Whether the card itself takes up this turn of the wheel. */
function canScroll(scroller: Element | null, event: WheelEvent): boolean {
  if (!scroller) return false
  const { scrollTop, scrollHeight, clientHeight } = scroller
  const room = event.deltaY > 0 ? scrollHeight - clientHeight - scrollTop : scrollTop
  const { left, right, top, bottom } = scroller.getBoundingClientRect()
  const { clientX, clientY } = event
  const isOver = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
  return isOver && event.deltaY !== 0 && room >= 1
}
