import { elementName } from './element-name.ts'
import type { ShadowRootOf } from './shadow-roots.ts'

/** Finds shadow roots in a page that may hold nothing of ours, for as little as it takes. */
export type ShadowScout = {
  /** The roots under a root that were not met before, nested ones too. */
  look(root: Tree): ShadowRoot[]
  /** Goes on where the last look ended, or asks those again that are likely to get a root yet. */
  again(): ShadowRoot[]
  /** What is to be asked yet: `more` that nobody has asked, or only what may have got a root `late`. */
  left(): 'more' | 'late' | undefined
}
type Tree = Document | ShadowRoot | Element

/** Elements that may have a shadow root, beside custom ones. */
const HOSTS =
  ',div,span,p,section,article,aside,blockquote,footer,h1,h2,h3,h4,h5,h6,header,main,nav,body,'
/**
 * Those, and custom elements, which no selector can tell by the hyphen in their names: whatever has no
 * other usual name. The most frequent come first, since that is how they are compared. What is slotted
 * has a host for its parent.
 */
const LIKELY =
  ':not(a,li,img,script,td,path,option,br,tr,ul,i,b,em,strong,link,meta,svg,g,input,button,label,figure,time,' +
  'use,iframe,noscript,style,form,table,tbody,th,dt,dd,sup,code,small,picture,source,title,head,html),[slot]'
/** So many are asked in one go, and so many of a custom or empty kind are asked again. */
const MOST_ASKED = 2000
/** No name or text is looked for in whitespace that is longer. */
const SHORT = 40

/**
 * `openRootOf` is asked of everything, `shadowRootOf`, which takes longer in Chromium, only of what is
 * likely to have a closed root: of custom elements, of what holds nothing to be seen, and of what has
 * slotted children.
 */
export function createShadowScout(
  openRootOf: ShadowRootOf,
  shadowRootOf: ShadowRootOf,
): ShadowScout {
  const met = new WeakSet<ShadowRoot>()
  const lists: ArrayLike<Element>[] = []
  let at = 0
  let vain: Element[] = []
  const rootOf = (element: Element) => {
    const isAwaited = isCustom(element) || (isHost(element) && isBlank(element))
    const root = isAwaited ? shadowRootOf(element) : openRootOf(element)
    if (root || !element.hasAttribute('slot')) {
      if (!root && isAwaited && vain.length < MOST_ASKED) vain.push(element)
      return root
    }
    const parent = element.parentElement
    return parent && mayHost(parent) ? shadowRootOf(parent) : undefined
  }
  const ask = (): ShadowRoot[] => {
    const found: ShadowRoot[] = []
    for (let asked = 0; lists[0]; at = 0, lists.shift())
      for (const [list] = lists; at < list.length; at++) {
        if ((asked += 1) > MOST_ASKED) return found
        const element = list[at]
        const root = element && rootOf(element)
        if (!root || met.has(root)) continue
        met.add(root)
        found.push(root)
        lists.push(root.querySelectorAll(LIKELY))
      }
    return found
  }
  return {
    look: (root) => {
      if (root.nodeType === 1) lists.push([root as Element])
      lists.push(root.querySelectorAll(LIKELY))
      return ask()
    },
    again: () => {
      if (lists.length === 0) {
        lists.push(vain.filter((element) => element.isConnected))
        vain = []
      }
      return ask()
    },
    left: () => (lists.length > 0 ? 'more' : vain.length > 0 ? 'late' : undefined),
  }
}

function mayHost(element: Element): boolean {
  return isCustom(element) || isHost(element)
}

/** Elements with other names cannot have one, and to ask for a closed one is an error. */
function isHost(element: Element): boolean {
  return HOSTS.includes(`,${elementName(element).toLowerCase()},`)
}

function isCustom(element: Element): boolean {
  return elementName(element).includes('-')
}

/** What holds nothing of its own shows what its shadow root holds. */
function isBlank({ firstChild, lastChild }: Element): boolean {
  if (!firstChild) return true
  if (firstChild !== lastChild || firstChild.nodeType !== 3) return false
  const { data } = firstChild as Text
  return data.length < SHORT && data.trim() === ''
}
