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

/** The focus is in a frame of the page: keys and commands are for that one. */
export function isFocusInFrame(): boolean {
  const { activeElement } = document
  return activeElement instanceof HTMLIFrameElement || activeElement?.localName === 'frame'
}
