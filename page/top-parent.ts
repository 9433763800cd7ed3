import { closestOf, treeOf } from './form-safe.ts'

/**
 * Where an element of ours must stand to be reachable from `owner`: in the modal dialog or the
 * full-screen element around it, because whatever stands outside is inert, the top layer included;
 * otherwise in the root element.
 */
export function topParentOf(owner: Element): Element {
  for (let at: Element | undefined = owner; at; at = hostOf(at)) {
    const modal = closestOf(at, ':modal')
    if (modal) return modal
  }
  return document.documentElement
}

/** The next element outwards, out of the shadow root that `element` stands in. */
function hostOf(element: Element): Element | undefined {
  const root = treeOf(element)
  return root instanceof ShadowRoot ? root.host : undefined
}
