/** Either browser's way to a closed shadow root; neither is in the common types. */
type Host = Element & { openOrClosedShadowRoot?: ShadowRoot | null }
declare const chrome: {
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null }
}

/** The shadow root of an element, open or closed; `undefined` where it has none. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  const host: Host = element
  if (import.meta.env.FIREFOX) return host.openOrClosedShadowRoot ?? undefined
  return host.shadowRoot ?? closedRootOf(element)
}

/**
 * Chromium throws at what is no element of HTML, and at any question once the extension has been
 * updated or removed under the page. To ask first whether it is still there costs half a millisecond.
 */
function closedRootOf(element: Element): ShadowRoot | undefined {
  try {
    return chrome.dom?.openOrClosedShadowRoot(element) ?? undefined
  } catch {
    return undefined
  }
}
