import { askName } from './element-name.ts'
import type { Owner } from './text-blocks.ts'

/**
 * The shadow root of an element, closed ones too where the browser tells an extension; `undefined`
 * where there is none. Only entrypoints speak to the browser, so it is given.
 */
export type ShadowRootOf = (element: Element) => ShadowRoot | undefined

/** Elements of HTML that may have a shadow root, beside those with a hyphen in their names. */
const HOSTS =
  ' ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN '

/** Elements passed at one go, hosts or not. */
const STRIDE = 100

/**
 * All shadow roots under a root, nested ones too, outer ones first. Yields now and then: an element
 * can only be asked one by one.
 */
export function* findShadowRoots(
  root: Owner,
  shadowRootOf: ShadowRootOf,
): Generator<void, ShadowRoot[]> {
  const found: ShadowRoot[] = []
  const todo: Owner[] = [root]
  for (let at = todo.pop(); at; at = todo.pop()) {
    let passed = 0
    for (const element of elementsOf(at)) {
      if ((passed += 1) % STRIDE === 0) yield
      if (!mayHost(element)) continue
      const inner = shadowRootOf(element)
      if (inner) {
        found.push(inner)
        todo.push(inner)
      }
    }
  }
  return found
}

/** What a search finds, if it ends within so many ms; otherwise it can be asked again to go on. */
export function searchFor(
  search: Generator<void, ShadowRoot[]>,
  ms: number,
): ShadowRoot[] | undefined {
  const end = performance.now() + ms
  for (let step = search.next(); ; step = search.next()) {
    if (step.done) return step.value
    if (performance.now() > end) return undefined
  }
}

function* elementsOf(root: Owner): Generator<Element, void> {
  if (root.nodeType === 1) yield root as Element
  if (!root.firstElementChild) return
  const walker = document.createTreeWalker(root, 1)
  while (walker.nextNode()) yield walker.currentNode as Element
}

/** Whether neither an element nor anything in it has a shadow root, where one question can tell. */
export function isPlain(element: Element, shadowRootOf: ShadowRootOf): boolean {
  return !element.firstElementChild && !(mayHost(element) && shadowRootOf(element))
}

/** Whether an element can have a shadow root at all. */
export const mayHost = askName((name) => name.includes('-') || HOSTS.includes(` ${name} `))
