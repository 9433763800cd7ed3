/**
 * Runs in a page, as its spy: listens to every event there is and looks at everything that a page can
 * ask for, over and over. Whatever leads to a node outside the document, or to `words`, is a leak.
 */
export function collectLeaks(words: string): void {
  const leaks = new Set<string>()
  const events = new Set<string>()
  const said = {
    get leaks() {
      return [...leaks]
    },
    get events() {
      return [...events]
    },
    toJSON: () => ({ leaks: [...leaks], events: [...events] }),
  }
  const note = (value: unknown, how: string, depth = 0): void => {
    if (typeof value === 'string') {
      if (value.includes(words) || (value.length > 3 && words.includes(value)))
        leaks.add(`${how}: ${value}`)
    } else if (value instanceof Node) {
      if (value === document || !value.isConnected || value.getRootNode() === document) return
      leaks.add(`${how}: ${value.nodeName}`)
      if (depth === 0) lookAround(value.getRootNode() as ShadowRoot, how)
    } else if (value instanceof AbstractRange) {
      note(value.startContainer, `${how}.startContainer`)
      note(value.endContainer, `${how}.endContainer`)
    } else if (depth < 2 && Array.isArray(value)) {
      for (const one of value) note(one, how, depth + 1)
    }
  }
  /** What a page can get at from any node of a tree: all of it, and what its frames hold. */
  const lookAround = (tree: ShadowRoot, how: string) => {
    note(tree.textContent, `${how}, its text`)
    note(tree.innerHTML, `${how}, its markup`)
    for (const frame of tree.querySelectorAll('iframe')) {
      note(frame.contentDocument, `${how}, its document`, 1)
      attempt(() => note(frame.contentWindow?.document, `${how}, its window’s document`, 1))
      attempt(() => note(frame.contentWindow?.location.href, `${how}, its address`))
      for (const { name, value } of frame.attributes) note(value, `${how}, its ${name}`)
      // Whoever has a port of it could ask it.
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', ({ data }) =>
        note(JSON.stringify(data), `${how}, its port`),
      )
      port1.start()
      frame.contentWindow?.postMessage('source-context-card', '*', [port2])
    }
  }
  const attempt = (look: () => void) => {
    try {
      look()
    } catch {
      // What a browser does not have gives nothing away.
    }
  }
  const places = () => {
    const host = document.querySelector('source-context-card')
    const { left = 0, top = 0, width = 0, height = 0 } = host?.getBoundingClientRect() ?? {}
    for (const [x, y] of [
      [left + width / 2, top + 20],
      [left + width / 2, top + height / 2],
      [left + 30, top + height - 20],
    ] as const) {
      note(document.elementFromPoint(x, y), 'elementFromPoint')
      note(document.elementsFromPoint(x, y), 'elementsFromPoint')
      attempt(() =>
        note(document.caretPositionFromPoint(x, y)?.offsetNode, 'caretPositionFromPoint'),
      )
      attempt(() => note(document.caretRangeFromPoint(x, y), 'caretRangeFromPoint'))
    }
    return host
  }
  const poll = () => {
    const host = places()
    const selection = document.getSelection()
    if (selection) {
      note(selection.anchorNode, 'getSelection().anchorNode')
      note(selection.focusNode, 'getSelection().focusNode')
      note(selection.toString(), 'getSelection().toString()')
      attempt(() => note(selection.getRangeAt(0), 'getRangeAt'))
      attempt(() => note(selection.getRangeAt(0).toString(), 'getRangeAt().toString()'))
      attempt(() => note(selection.getComposedRanges(), 'getComposedRanges'))
    }
    note(document.activeElement, 'activeElement')
    attempt(() => note(host?.shadowRoot ?? undefined, 'shadowRoot'))
    attempt(() => note(host?.textContent, 'textContent'))
    attempt(() => note((host as HTMLElement).innerText, 'innerText'))
    attempt(() =>
      note(document.documentElement.getHTML({ serializableShadowRoots: true }), 'getHTML'),
    )
    const moving = [...document.getAnimations(), ...(host?.getAnimations({ subtree: true }) ?? [])]
    for (const { effect } of moving) note((effect as KeyframeEffect).target, 'getAnimations')
  }
  const hear = (event: Event) => {
    events.add(event.type)
    for (const key in event) attempt(() => note(event[key as keyof Event], `${event.type}.${key}`))
    note(event.composedPath(), `${event.type}.composedPath()`)
    poll()
  }
  const types = [window, document, HTMLElement.prototype]
    .flatMap((one) => {
      const names: string[] = []
      for (const name in one) names.push(name)
      return names
    })
    .filter((name) => name.startsWith('on'))
    .map((name) => name.slice(2))
  for (const type of new Set([...types, 'focusin', 'focusout', 'beforetoggle', 'selectionchange']))
    addEventListener(type, hear, true)
  for (const type of PerformanceObserver.supportedEntryTypes)
    attempt(() =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          for (const key in entry)
            attempt(() => note(entry[key as keyof PerformanceEntry], `${type}.${key}`))
          const { sources = [] } = entry as { sources?: { node?: Node }[] }
          note(
            sources.map((it) => it.node),
            `${type}.sources`,
          )
        }
      }).observe({ type, buffered: true }),
    )
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) note([target, ...addedNodes], 'MutationObserver')
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  /** Makes selections of its own, which may run into the card. */
  const pry = () => {
    const selection = document.getSelection()
    if (!selection) return
    const read = (how: string) => note(selection.toString(), how)
    document.execCommand('selectAll')
    read('selectAll')
    for (const unit of ['character', 'word', 'line', 'paragraph', 'documentboundary']) {
      selection.collapse(document.body, document.body.childNodes.length)
      for (let turn = 0; turn < 30; turn++) selection.modify('extend', 'forward', unit)
      read(`modify ${unit}`)
    }
    selection.selectAllChildren(document.documentElement)
    read('selectAllChildren')
    selection.collapse(document.body, 0)
    const { find } = globalThis as unknown as { find?(text: string): boolean }
    if (find?.(words)) leaks.add('window.find')
    attempt(() => {
      const ask = find as (...how: unknown[]) => boolean
      if (ask(words, false, false, true, false, true)) leaks.add('window.find in frames')
    })
    selection.removeAllRanges()
  }
  Object.assign(globalThis, { said, poll, pry })
}
