/**
 * An element of ours with a closed shadow root. A page may define custom elements by our names: its
 * constructor would run first, and an element that was custom when its root was attached gives the root
 * away through its internals. So it is made where no page has defined anything, and moved.
 */
export function createOwnElement(name: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.implementation.createHTMLDocument('').createElement(name)
  const root = host.attachShadow({ mode: 'closed' })
  document.adoptNode(host)
  return { host, root }
}
