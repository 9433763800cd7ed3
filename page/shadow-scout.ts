import { elementName } from './element-name.ts'
import type { ShadowRootOf } from './shadow-roots.ts'

/**
 * Finds shadow roots, which come without a word. No page can be asked element by element: the
 * browser's own matcher tells which are likely to have one, or to get one.
 */
export type ShadowScout = {
  /** The roots under a root that were not met before, nested ones too. Remembers whom it asked in vain. */
  look(root: Tree): ShadowRoot[]
  /** Asks those again. */
  again(): ShadowRoot[]
  /** Whether one of them is a custom element, which may become one at any time. */
  awaits(): boolean
}
type Tree = Document | ShadowRoot | Element

/** Elements that may have one, beside custom ones. */
const HOSTS = 'div,span,p,section,article,aside,blockquote,footer,h1,h2,h3,h4,h5,h6,header,main,nav,body'
/** What holds nothing of its own shows what its shadow root holds. */
const EMPTY = `:empty:is(${HOSTS})`
/** What is slotted has a host for its parent. */
const SLOTTED = '[slot]'
/**
 * Custom elements, which no selector can tell by the hyphen in their names: whatever has none of the
 * usual names, the most frequent first, since that is how they are compared.
 */
const CUSTOM =
  ':not(div,a,span,li,p,img,script,td,path,option,br,tr,ul,i,b,em,strong,link,meta,svg,h3,h2,h4,g,input,' +
  'button,section,article,label,figure,header,time,use,iframe,noscript,style,h1,h5,h6,nav,aside,footer,form,' +
  'table,tbody,thead,th,dt,dd,dl,ol,small,sup,sub,code,pre,figcaption,picture,source,select,textarea,title,' +
  'body,head,html,hr,cite,main,blockquote,rect,circle,font,center,video,u,s,wbr,template,abbr)'
const LIKELY = `${EMPTY},${SLOTTED},${CUSTOM}`

export function createShadowScout(shadowRootOf: ShadowRootOf): ShadowScout {
  const met = new WeakSet<ShadowRoot>()
  let vain = new Set<Element>()
  const ask = (hosts: Iterable<Element>): ShadowRoot[] => {
    const found: ShadowRoot[] = []
    // Grows while it is walked: roots hold hosts.
    const asked = new Set(hosts)
    for (const host of asked) {
      const root = mayHost(host) ? shadowRootOf(host) : undefined
      if (!root) vain.add(host)
      else if (!met.has(root)) {
        met.add(root)
        found.push(root)
        for (const inner of likelyIn(root)) asked.add(inner)
      }
    }
    return found
  }
  return {
    look: (root) => ask(likelyIn(root)),
    again: () => {
      const hosts = vain
      vain = new Set()
      const found = ask([...hosts].filter((host) => host.isConnected))
      // Nobody is asked a third time.
      vain = new Set()
      return found
    },
    awaits: () => [...vain].some(isCustom),
  }
}

function* likelyIn(tree: Tree): Generator<Element, void> {
  if (tree.nodeType === 1) yield tree as Element
  for (const one of tree.querySelectorAll(LIKELY)) {
    yield one
    if (one.parentElement && one.hasAttribute('slot')) yield one.parentElement
  }
}

/** Elements with other names cannot have one, and to ask for a closed one is an error. */
function mayHost(element: Element): boolean {
  return isCustom(element) || HOSTS.split(',').includes(elementName(element).toLowerCase())
}

function isCustom(element: Element): boolean {
  return elementName(element).includes('-')
}
