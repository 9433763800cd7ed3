/**
 * Runs in a page before its first script: has the page note what it hears. Kept on one symbol, which no
 * list of globals shows.
 */
export function listenToAll(): void {
  const heard = new Set<string>()
  const changes: string[] = []
  const types = [window, document, HTMLElement.prototype]
    .flatMap((one) => {
      const names: string[] = []
      for (const name in one) names.push(name)
      return names
    })
    .filter((name) => name.startsWith('on'))
    .map((name) => name.slice(2))
  const nameOf = (target: EventTarget | null) =>
    target instanceof Element ? target.localName : (target?.constructor.name ?? '')
  for (const type of new Set([...types, 'focusin', 'focusout', 'DOMContentLoaded']))
    addEventListener(type, (event) => heard.add(`${type} ${nameOf(event.target)}`), true)
  // Pages lead nowhere else.
  for (const type of ['click', 'submit']) addEventListener(type, (it) => it.preventDefault(), true)
  // What was found when the document was there is the browser's own doing.
  addEventListener('load', () =>
    new MutationObserver((records) => {
      for (const { type, target } of records) changes.push(`${type} ${target.nodeName}`)
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    }),
  )
  Object.assign(globalThis, { [Symbol.for('heard')]: { heard, changes } })
}

/** Everything of a page that a script of its own could tell, as texts to compare. */
export type PageFacts = Record<
  'dom' | 'boxes' | 'styles' | 'globals' | 'sheets' | 'entries' | 'events' | 'changes' | 'keys',
  string[]
>

/** Runs in a page. Of a very long one, the styles of some hundred elements spread over it. */
export function readFacts(): PageFacts {
  const trees: (Document | ShadowRoot)[] = [document]
  for (const tree of trees)
    for (const element of tree.querySelectorAll('*'))
      if (element.shadowRoot) trees.push(element.shadowRoot)
  const elements = trees.flatMap((tree) => [...tree.querySelectorAll('*')])
  // What remains visible: in Firefox each shadow tree has the sheet with the marks' colours.
  const isOurs = ({ cssRules }: CSSStyleSheet) =>
    [...cssRules].every((it) => it.cssText.includes('source-context-'))
  // What was refused is noted now earlier, now later than we look.
  const wasAnswered = (entry: PerformanceEntry) =>
    !(entry instanceof PerformanceResourceTiming) || entry.responseStatus === 200
  const show = ({ x, y, width, height }: DOMRect) => [x, y, width, height].join()
  // Whether blanks between blocks get a box without any size hangs on how the page came in.
  const hasSize = ({ width, height }: DOMRect) => width > 0 || height > 0
  const boxes = elements.map((it) => `${it.localName} ${show(it.getBoundingClientRect())}`)
  const range = document.createRange()
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode)
    boxes.push([...range.getClientRects()].filter(hasSize).map(show).join(' '))
  }
  // Chromium writes a language as the first page of its process did, "EN-US" or "en-US".
  const valueOf = (style: CSSStyleDeclaration, name: string) => {
    const value = style.getPropertyValue(name)
    return name === '-webkit-locale' ? value.toLowerCase() : value
  }
  const step = Math.ceil(elements.length / 300)
  const styles = elements
    .filter((_, at) => at % step === 0)
    .map((element) => {
      const style = getComputedStyle(element)
      return `${element.localName} ${[...style]
        .toSorted()
        .map((it) => `${it}: ${valueOf(style, it)}`)
        .join('; ')}`
    })
  const sheets = trees.flatMap((tree) => [
    ...[...tree.styleSheets].map((it) => `${it.href} ${it.disabled}`),
    `adopted ${tree.adoptedStyleSheets.filter((it) => !isOurs(it)).length}`,
  ])
  const { heard, changes } = (
    globalThis as unknown as Record<symbol, { heard: Set<string>; changes: string[] }>
  )[Symbol.for('heard')] ?? { heard: new Set<string>(), changes: ['not listened'] }
  return {
    dom: trees.map((tree) =>
      tree instanceof Document ? tree.documentElement.outerHTML : tree.innerHTML,
    ),
    boxes,
    styles,
    globals: Object.getOwnPropertyNames(globalThis).toSorted(),
    sheets,
    entries: performance
      .getEntries()
      .filter((it) => /^(resource|mark|measure)$/.test(it.entryType) && wasAnswered(it))
      .map((it) => `${it.entryType} ${it.name}`)
      .toSorted(),
    // How often an animation has gone round hangs on the clock.
    events: [...heard].filter((it) => !it.startsWith('animationiteration')).toSorted(),
    changes,
    keys: [...CSS.highlights.keys()].toSorted(),
  }
}
