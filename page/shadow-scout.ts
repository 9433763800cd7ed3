import type { ShadowRootOf } from './shadow-roots.ts'

/** Finds shadow roots in a page that may hold nothing of ours, for as little as it takes. */
export type ShadowScout = {
  /** Asks everything under some places, behind what has not been asked yet, and goes on. */
  look(places: Tree[]): ShadowRoot[]
  /** The roots that were not met before, nested ones too, as far as one go comes. */
  goOn(): ShadowRoot[]
  /** Whether there was too much for one go. */
  isBusy(): boolean
  /** All roots that were met. */
  met: ReadonlySet<ShadowRoot>
}
type Tree = Document | ShadowRoot | Element

/**
 * Whatever may be a host, custom elements too, which no selector can tell by the hyphen in their names:
 * all that has no other usual name. The most frequent come first, since that is how they are compared.
 */
const ALL =
  ':not(a,li,img,script,td,path,br,tr,ul,i,b,em,strong,option,link,meta,svg,g,input,button,form)'
/** So many are asked in one go. */
const MOST_ASKED = 2000

export function createShadowScout(rootOf: ShadowRootOf): ShadowScout {
  const met = new Set<ShadowRoot>()
  const lists: ArrayLike<Element | null>[] = []
  let at = 0
  const add = (place: Tree) => {
    // A form may have an input of that name in its place.
    const { querySelectorAll } = place.nodeType === 1 ? Element.prototype : place
    lists.push(
      querySelectorAll.call(place, ALL),
      // oxlint-disable-next-line no-restricted-properties -- of a slotted form only its host is missed
      Array.from(querySelectorAll.call(place, '[slot]'), (element) => element.parentElement),
    )
  }
  const goOn = (): ShadowRoot[] => {
    const found: ShadowRoot[] = []
    for (let asked = 0; lists[0]; at = 0, lists.shift())
      for (const [list] = lists; at < list.length; at++) {
        if ((asked += 1) > MOST_ASKED) return found
        const element = list[at]
        const root = element && rootOf(element)
        if (!root || met.has(root)) continue
        met.add(root)
        found.push(root)
        add(root)
      }
    return found
  }
  return {
    look: (places) => {
      for (const place of places) {
        if (place.nodeType === 1) lists.push([place as Element])
        add(place)
      }
      return goOn()
    },
    goOn,
    isBusy: () => lists.length > 0,
    met,
  }
}
