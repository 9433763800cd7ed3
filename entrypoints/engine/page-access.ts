import { shadowRootOf } from './shadow-root-of.ts'
import type { PageAccess } from '../../page/page-engine.ts'
import type { MarkSheet } from './mark-sheet.ts'

/** What the browser lets an extension do in a page, until `signal` ends it. */
export function createPageAccess(
  sheet: MarkSheet,
  signal: AbortSignal,
): Omit<PageAccess, 'marking'> {
  const styled = new Set<ShadowRoot>()
  signal.addEventListener('abort', () => {
    for (const root of styled)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet.adopted)
    styled.clear()
  })
  return {
    shadowRootOf: pageRootOf,
    // Chromium's marks follow the document's style sheets into shadow trees.
    styleShadowRoot: (root) => {
      if (!import.meta.env.FIREFOX) return
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet.adopted]
      styled.add(root)
    },
  }
}

/** What the names of our own elements begin with: card, announcer, outline. */
const OURS = 'source-context-'

/** Our own elements are no part of the page. */
function pageRootOf(element: Element): ShadowRoot | undefined {
  return element.localName.startsWith(OURS) ? undefined : shadowRootOf(element)
}
