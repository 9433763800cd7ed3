import { fits, focusOn, hasBox, treeOf } from './form-safe.ts'

/** What the keyboard reaches in a card, in order. */
export function focusableIn(root: ShadowRoot): HTMLElement[] {
  const all = root.querySelectorAll<HTMLElement>('button, summary, a[href], [tabindex="0"]')
  return [...all].filter((it) => hasBox(it) && !it.hasAttribute('disabled'))
}

const REACHED =
  'a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable=""], [contenteditable="true"]'

/** Moves the focus to what the keyboard reaches next behind an element, or first in the page. */
export function focusAfter(element: HTMLElement | undefined): void {
  const next = [...document.querySelectorAll<HTMLElement>(REACHED)].find(
    (it) => isReached(it) && (!element || isBehind(it, element)),
  )
  if (next) focusOn(next)
}

function isReached(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && hasBox(element) && !fits(element, ':disabled')
}

function isBehind(one: Node, other: Node): boolean {
  return (outermost(other).compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** The element of the document itself in whose shadow trees a node stands. */
function outermost(node: Node): Node {
  const root = treeOf(node)
  return root instanceof ShadowRoot ? outermost(root.host) : node
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
