/** One edit of a page. `at` and `to` choose among what stands there when its turn comes. */
export type Edit = {
  kind:
    | 'insert'
    | 'text'
    | 'remove'
    | 'move'
    | 'split'
    | 'normalize'
    | 'wrap'
    | 'unwrap'
    | 'hide'
    | 'editable'
    | 'shadow'
    | 'slot'
    | 'replaceChildren'
    | 'innerHTML'
    | 'sheet'
    | 'write'
    | 'root'
    | 'attribute'
    | 'details'
    | 'clone'
    | 'clear'
  at: number
  to: number
  /** What the page does before the next edit. */
  pause: 'none' | 'microtask' | 'frame' | 'timer' | 'idle'
}

/** Puts a page into the state that every list of edits begins with; runs in the page. */
export function startEdits(): void {
  document.body.innerHTML =
    '<main><p>Here is ZTE.</p><p>And <b>Hua</b><i>wei</i> too.</p><section><h2>ZTE</h2>' +
    '<p>The Pentagon banned ZTE phones.</p></section></main><footer>No name.</footer>'
}

/** Carries out edits one after the other; runs in the page. */
export async function editPage(edits: Edit[]): Promise<void> {
  const TEXTS = [
    'ZTE',
    'Huawei',
    ' and ',
    'Hua',
    'wei',
    'The FBI warned of ZTE.',
    ' no name ',
    'Z',
    'TE ',
    '华为',
    '. ',
    'HUAWEI',
    ' ',
  ]
  const BLOCKS = ['p', 'div', 'section', 'li', 'h2', 'blockquote', 'table']
  const INLINES = ['b', 'i', 'span', 'a', 'em', 'u']
  const OTHERS = ['code', 'textarea', 'br', 'wbr', 'details', 'x-host']
  const MARKUP = [
    '<p>ZTE</p>',
    '<b>Hua</b>wei',
    '',
    '<div hidden>Huawei</div>',
    '<p>a<br>ZTE</p>',
    'The FBI warned of <i>ZTE</i>.',
    '<x-a>Huawei</x-a>',
    '<ul><li>ZTE<li>Huawei</ul>',
  ]
  const SHEETS = [
    '.off{display:none}',
    '.off{visibility:hidden}',
    '.off{}',
    'b{display:block}',
    'i{display:inline-block}',
    'section{display:none}',
  ]
  const pick = <T>(list: readonly T[], at: number) => list[at % list.length] as T
  const roots: ShadowRoot[] = []
  const all = () => {
    const inRoots = roots
      .filter((it) => it.isConnected)
      .flatMap((it) => [...it.querySelectorAll('*')])
    const inPage = document.body ? [document.body, ...document.body.querySelectorAll('*')] : []
    const found = [...inPage, ...inRoots].filter(
      (it) => !it.localName.startsWith('source-context') && it.localName !== 'script',
    )
    if (found.length === 0) {
      const body = document.createElement('body')
      document.documentElement?.append(body)
      return [body]
    }
    return found
  }
  const texts = () => {
    const found: Text[] = []
    for (const element of all())
      for (const node of element.childNodes) if (node instanceof Text) found.push(node)
    return found
  }
  const element = (at: number) => pick(all(), at)
  /** Not the body itself: what is taken away is a part of the page. */
  const part = (at: number) => {
    const parts = all().slice(1)
    return parts.length > 0 ? pick(parts, at) : undefined
  }
  const make = (at: number): Node => {
    if (at % 3 === 0) return document.createTextNode(pick(TEXTS, at >> 2))
    const made = document.createElement(
      pick([...BLOCKS, ...INLINES, ...INLINES, ...OTHERS], at >> 3),
    )
    made.append(pick(TEXTS, at >> 1))
    return made
  }
  const put = (into: Element, node: Node, at: number) => {
    if (node.contains(into)) return
    into.insertBefore(node, into.childNodes[at % (into.childNodes.length + 1)] ?? null)
  }
  const acts: Record<Edit['kind'], (at: number, to: number) => void> = {
    insert: (at, to) => put(element(at), make(to), to),
    text: (at, to) => {
      const node = texts()[at % Math.max(1, texts().length)]
      if (node) node.data = to % 3 ? node.data + pick(TEXTS, to) : pick(TEXTS, to)
    },
    remove: (at) =>
      at % 2 ? part(at)?.remove() : texts()[at % Math.max(1, texts().length)]?.remove(),
    move: (at, to) => {
      const node = at % 3 ? part(at) : texts()[at % Math.max(1, texts().length)]
      if (node) put(element(to), node, at)
    },
    split: (at, to) => {
      const node = texts()[at % Math.max(1, texts().length)]
      node?.splitText(to % (node.length + 1))
    },
    normalize: (at) => element(at).normalize(),
    wrap: (at, to) => {
      const node = texts()[at % Math.max(1, texts().length)]
      const around = document.createElement(pick([...INLINES, 'p'], to))
      node?.replaceWith(around)
      if (node) around.append(node)
    },
    unwrap: (at) => part(at)?.replaceWith(...(part(at)?.childNodes ?? [])),
    hide: (at, to) => {
      const it = part(at)
      if (to % 3 === 0) it?.toggleAttribute('hidden')
      else if (to % 3 === 1) it?.classList.toggle('off')
      else if (it instanceof HTMLElement) it.style.display = it.style.display ? '' : 'none'
    },
    editable: (at, to) => {
      const it = part(at)
      if (to % 2) it?.removeAttribute('contenteditable')
      else it?.setAttribute('contenteditable', '')
    },
    shadow: (at, to) => {
      const host = all().find(
        (it, index) =>
          index >= at % all().length &&
          /^(div|section|x-host|p|span)$/.test(it.localName) &&
          !it.shadowRoot,
      )
      if (!host) return
      const root = host.attachShadow({ mode: 'open' })
      root.innerHTML = pick(
        [
          '<p>Here is ZTE.</p><slot></slot>',
          '<slot></slot>',
          '<p>Huawei</p><slot name="a"></slot>',
        ],
        to,
      )
      roots.push(root)
    },
    slot: (at, to) => {
      if (to % 2) part(at)?.setAttribute('slot', 'a')
      else part(at)?.removeAttribute('slot')
    },
    replaceChildren: (at, to) => element(at).replaceChildren(make(to), make(to + 1)),
    innerHTML: (at, to) => {
      element(at).innerHTML = pick(MARKUP, to)
    },
    sheet: (at, to) => {
      const sheet = document.createElement('style')
      sheet.textContent = pick(SHEETS, to)
      if (at % 2) document.head?.querySelector('style')?.remove()
      document.head?.append(sheet)
    },
    write: (at, to) => {
      if (at % 4) return element(at).append(make(to))
      document.open()
      document.write(
        `<!doctype html><title>Written</title><body><p>Written: ZTE.</p>${pick(MARKUP, to)}<div>x</div>`,
      )
      document.close()
    },
    root: (at, to) => {
      if (at % 4) return
      const root = document.createElement('html')
      root.innerHTML = `<head></head><body><p>A new root.</p>${pick(MARKUP, to)}</body>`
      document.replaceChild(root, document.documentElement)
    },
    attribute: (at, to) =>
      part(at)?.setAttribute(
        pick(['title', 'lang', 'data-x', 'class', 'id', 'style'], to),
        pick(['', 'off', 'ZTE', 'en'], at),
      ),
    details: (at, to) => {
      const it = part(at)
      if (it instanceof HTMLDetailsElement) it.open = to % 2 === 0
    },
    clone: (at, to) => {
      const it = part(at)
      if (it && all().length < 150) put(element(to), it.cloneNode(true), to)
    },
    clear: () => CSS.highlights.clear(),
  }
  for (const { kind, at, to, pause } of edits) {
    try {
      acts[kind](at, to)
    } catch (error) {
      // What the browser itself refuses (a shadow root in an <i>) is no edit.
      if (!(error instanceof DOMException)) throw error
    }
    if (pause === 'microtask') await Promise.resolve()
    if (pause === 'frame') await new Promise((resolve) => requestAnimationFrame(resolve))
    if (pause === 'timer') await new Promise((resolve) => setTimeout(resolve, (to % 7) * 10))
    if (pause === 'idle')
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 50 }))
  }
}
