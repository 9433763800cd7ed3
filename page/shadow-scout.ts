import type { ShadowRootOf } from './shadow-roots.ts'

/**
 * Finds shadow roots, which come without a word. No page can be asked element by element: the
 * browser's own matchers tell which are likely to have one, or to get one.
 */
export type ShadowScout = {
  /** The roots under a root that were not met before, nested ones too. Remembers whom it asked. */
  look(root: Tree): ShadowRoot[]
  /** Asks the same elements again. */
  again(): ShadowRoot[]
  forget(): void
}
type Tree = Document | ShadowRoot | Element

/**
 * What holds nothing of its own shows what its shadow root holds. That it is empty is asked first: it
 * tells in half the time.
 */
const EMPTY =
  ':empty:is(article,aside,blockquote,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span)'
/** What is slotted has a host for its parent. */
const SLOTTED = '[slot]'
/** Custom elements, which only XPath can tell by the hyphen in their names. */
const CUSTOM = './/*[contains(local-name(),"-")]'

export function createShadowScout(shadowRootOf: ShadowRootOf): ShadowScout {
  const met = new WeakSet<ShadowRoot>()
  let asked: Iterable<Element>[] = []
  const add = (tree: Tree) => {
    asked.push(tree.querySelectorAll(EMPTY), customIn(tree))
    if (tree.querySelector(SLOTTED)) asked.push(hostsOf(tree.querySelectorAll(SLOTTED)))
    if (tree.nodeType === 1) asked.push([tree as Element])
  }
  const again = () => {
    const found: ShadowRoot[] = []
    // Grows while it is walked: roots hold hosts.
    for (const hosts of asked)
      for (const host of hosts) {
        const root = shadowRootOf(host)
        if (!root || met.has(root)) continue
        met.add(root)
        found.push(root)
        add(root)
      }
    return found
  }
  return {
    look: (root) => {
      add(root)
      return again()
    },
    again,
    forget: () => (asked = []),
  }
}

function hostsOf(slotted: NodeListOf<Element>): Element[] {
  return [...slotted].flatMap((one) => one.parentElement ?? [])
}

/** XPath does not know shadow trees: those are small. */
function customIn(tree: Tree): Element[] {
  if (tree.getRootNode() !== document)
    return [...tree.querySelectorAll('*')].filter((one) => one.localName.includes('-'))
  const customs: Element[] = []
  const found = document.evaluate(CUSTOM, tree, null, 6, null)
  for (let at = 0; at < found.snapshotLength; at++) customs.push(found.snapshotItem(at) as Element)
  return customs
}
