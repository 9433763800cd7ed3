/** What the keyboard reaches in a card, in order. */
export function focusableIn(root: ShadowRoot): HTMLElement[] {
  const all = root.querySelectorAll<HTMLElement>('button, summary, a[href], [tabindex="0"]')
  return [...all].filter((it) => it.checkVisibility() && !it.hasAttribute('disabled'))
}

/** The element that has the focus, inside shadow roots too; `undefined` where none has. */
export function deepActiveElement(): HTMLElement | undefined {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at instanceof HTMLElement && at !== document.body ? at : undefined
}

/**
 * Commands reach every frame of a page: the one with the focus answers, or the page itself while
 * nothing in it has the focus.
 */
export function answersCommands(): boolean {
  if (!document.hasFocus()) return window.top === window
  const { activeElement } = document
  return !(activeElement instanceof HTMLIFrameElement || activeElement?.localName === 'frame')
}

/** No other frame stands around this one or in it. */
export function isOnlyFrame(): boolean {
  return window.top === window && window.length === 0
}
