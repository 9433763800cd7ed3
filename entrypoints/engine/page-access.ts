import marks from '../marks.css?inline'
import type { PageAccess } from '../../page/page-engine.ts'

/** Either browser's way to a closed shadow root; neither is in the common types. */
type Host = Element & { openOrClosedShadowRoot?: ShadowRoot | null }
type Dom = { openOrClosedShadowRoot(element: Element): ShadowRoot | null }
declare const chrome: { runtime?: { id?: string }; dom?: Dom }

/** What the browser lets an extension do in a page, until `signal` ends it. */
export function createPageAccess(signal: AbortSignal): PageAccess {
  const styled = new Set<ShadowRoot>()
  let sheet: CSSStyleSheet | undefined
  signal.addEventListener('abort', () => {
    for (const root of styled)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet)
    styled.clear()
  })
  return {
    shadowRootOf,
    // Chromium's marks follow the document's style sheets into shadow trees.
    styleShadowRoot: (root) => {
      if (!import.meta.env.FIREFOX) return
      sheet ??= createSheet()
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
      styled.add(root)
    },
  }
}

function createSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(marks)
  return sheet
}

/** Our own card is no part of the page. */
function shadowRootOf(element: Element): ShadowRoot | undefined {
  if (element.localName === 'source-context-card') return undefined
  const host: Host = element
  if (import.meta.env.FIREFOX) return host.openOrClosedShadowRoot ?? undefined
  return host.shadowRoot ?? closedRootOf(element) ?? undefined
}

/**
 * Chromium refuses what is no element of HTML, and throws at the very question once the extension
 * has been updated or removed under the page.
 */
function closedRootOf(element: Element): ShadowRoot | null | undefined {
  if (!(element instanceof HTMLElement) || chrome.runtime?.id === undefined) return undefined
  return chrome.dom?.openOrClosedShadowRoot(element)
}
