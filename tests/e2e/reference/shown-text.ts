import type { Page } from 'puppeteer-core'

/**
 * A stretch of text that is read as one, as a reader sees it. `shown` says of each piece of it, from
 * `start` on, whether it can be seen.
 */
export type ShownBlock = { text: string; pieces: { start: number; shown: boolean }[] }

/** All text of a page, block by block, in the order of the document. */
export function readShownText(page: Page): Promise<ShownBlock[]> {
  return page.evaluate(readText)
}

/**
 * The plain way: down every branch, and the browser is asked about the style of every element. Open
 * shadow trees are read each for itself, at their host's place; inside a text, behind it.
 */
function readText(): ShownBlock[] {
  /** Never read: code, form fields, what is no text of the page or is shown in its place. */
  const NEVER =
    'code,pre,kbd,samp,script,style,input,textarea,select,option,datalist,progress,meter,title,desc,' +
    'metadata,head,template,iframe,embed,object,applet,audio,video,canvas,noscript,noembed,noframes,xmp'
  const BLOCKS =
    'address,article,aside,blockquote,body,button,caption,center,dd,details,dialog,dir,div,dl,dt,fieldset,' +
    'figcaption,figure,footer,form,frameset,h1,h2,h3,h4,h5,h6,header,hgroup,hr,html,legend,li,listing,' +
    'main,menu,nav,ol,p,plaintext,search,section,summary,table,tbody,td,tfoot,th,thead,tr,ul,' +
    'text,foreignObject,mtext,mi,mn,mo,ms'
  /** Two words that touch here are two all the same. */
  const PARTED = '\uFFFC'
  const WORD = /[\p{L}\p{M}\p{N}]/u
  const blocks: ShownBlock[] = []
  let inText: ShadowRoot[] = []
  let text = ''
  let pieces: ShownBlock['pieces'] = []
  let parting = false

  const end = () => {
    const trees = inText
    if (pieces.length > 0 && /[^\s\uFFFC]/.test(text)) blocks.push({ text, pieces })
    text = ''
    pieces = []
    parting = false
    inText = []
    trees.forEach(readTree)
  }
  /** What stands open around it goes on behind it. */
  const readTree = (tree: ShadowRoot) => {
    const around = { text, parting }
    text = ''
    parting = false
    tree.childNodes.forEach(read)
    end()
    ;({ text, parting } = around)
  }
  /** What has no box of its own, such as a slot, shows where its parent does. */
  const isShown = (element: Element | null): boolean => {
    const root = element?.getRootNode()
    if (element && getComputedStyle(element).display === 'contents')
      return isShown(element.parentElement ?? (root instanceof ShadowRoot ? root.host : null))
    return element?.checkVisibility({ visibilityProperty: true }) ?? false
  }
  /**
   * What stands in a host shows where it is slotted, if it is; what stands bare in its tree, in it; what
   * a slot itself holds, while nothing is slotted into it.
   */
  const placeOf = (node: CharacterData): Element | null => {
    const { parentElement, parentNode } = node
    if (parentNode instanceof ShadowRoot) return parentNode.host
    if (parentElement instanceof HTMLSlotElement && parentElement.assignedNodes().length > 0)
      return null
    return parentElement?.shadowRoot && node instanceof Text ? node.assignedSlot : parentElement
  }
  const read = (node: Node) => {
    if (node instanceof CharacterData) {
      if (node.nodeType === Node.COMMENT_NODE || node.data === '') return
      if (parting && WORD.test(text.slice(-1)) && WORD.test(node.data.charAt(0))) text += PARTED
      parting = false
      const shown = isShown(placeOf(node))
      pieces.push({ start: text.length, shown })
      text += node.data
    }
    if (node instanceof Element) enter(node)
  }
  const enter = (element: Element) => {
    const { display, float, position } = getComputedStyle(element)
    const editable = element.getAttribute('contenteditable')
    if (element.matches(NEVER) || (editable !== null && editable !== 'false')) {
      text += PARTED
      return
    }
    if (element.localName === 'wbr') return
    if (element.localName === 'br') {
      if (text.endsWith('\n')) end()
      else text += '\n'
      return
    }
    const isOut = float !== 'none' || position === 'absolute' || position === 'fixed'
    const flows = /^(inline.*|contents|ruby.*)$/.test(display)
    const isApart = !flows || isOut || element.assignedSlot !== null
    // What holds nothing parts nothing, unless it takes a line of its own.
    const isNothing = element.textContent === '' && (flows || display === 'none' || isOut)
    const isBlock = (isApart && !isNothing) || element.matches(BLOCKS)
    if (isBlock) end()
    const { shadowRoot } = element
    if (shadowRoot && pieces.length > 0) inText.push(shadowRoot)
    else if (shadowRoot) readTree(shadowRoot)
    if (isBlock) {
      element.childNodes.forEach(read)
      return end()
    }
    const isDrawing = element.localName === 'svg' || element.localName === 'math'
    if (isDrawing) text += PARTED
    parting ||= display.startsWith('inline-')
    element.childNodes.forEach(read)
    parting ||= display.startsWith('inline-')
  }
  if (document.designMode !== 'on' && document.documentElement) read(document.documentElement)
  end()
  return blocks
}
