// Stands before the extension's first script in a page's isolated world, for tests only: counts what
// that world holds on to in the page. Asked by an event, it answers with a list of names.
;(() => {
  const live = new Map()
  let next = 0
  const hold = (what) => {
    live.set((next += 1), what)
    return next
  }

  /** The last to hear that the document goes. */
  let leaveLast = () => undefined
  const leave = () => localStorage.setItem('left-behind', JSON.stringify(count()))

  // Listeners, each until it is removed, its signal is aborted, or it was for once and has been called.
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
  const heard = []
  const captureOf = (options) => (typeof options === 'object' ? options?.capture : options) === true
  const isSame = (one, [target, type, listener, options]) =>
    one.target === target &&
    one.type === type &&
    one.listener === listener &&
    one.capture === captureOf(options)
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window
    const { signal, once } = (typeof options === 'object' && options) || {}
    if (!heard.some((one) => isSame(one, [target, type, listener, options]))) {
      const one = { target, type, listener, capture: captureOf(options), signal, gone: false }
      heard.push(one)
      if (once) add.call(target, type, () => (one.gone = true), options)
    }
    add.call(target, type, listener, options)
    if (type === 'pagehide') leaveLast()
  }
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window
    const at = heard.findIndex((one) => isSame(one, [target, type, listener, options]))
    if (at >= 0) heard.splice(at, 1)
    return remove.call(target, type, listener, options)
  }
  const isInPage = (target) =>
    target === window ||
    target === window.visualViewport ||
    (target instanceof Node && target.isConnected)
  const listeners = () =>
    heard
      .filter((one) => !one.gone && !one.signal?.aborted && isInPage(one.target))
      .map((one) => `listener ${one.type}`)

  // Observers, each while it observes anything. The prototypes are changed and not the classes: in
  // Firefox the browser makes its own instances whatever class asks for them.
  const observers = new Map()
  const letGo = (observer) => {
    live.delete(observers.get(observer))
    observers.delete(observer)
  }
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    const { prototype } = globalThis[name]
    const { observe, disconnect } = prototype
    prototype.observe = function (...given) {
      if (!observers.has(this)) observers.set(this, hold(name))
      return observe.apply(this, given)
    }
    prototype.disconnect = function () {
      letGo(this)
      return disconnect.call(this)
    }
  }

  // Timers, each until it has come or is cancelled.
  const ids = new Map()
  const wrap = (set, clear, once = true) => {
    const [nativeSet, nativeClear] = [globalThis[set], globalThis[clear]]
    globalThis[set] = (call, ...rest) => {
      const held = hold(set)
      const id = nativeSet.call(
        window,
        (...given) => {
          if (once) live.delete(held)
          return call(...given)
        },
        ...rest,
      )
      ids.set(`${clear} ${id}`, held)
      return id
    }
    globalThis[clear] = (id) => {
      live.delete(ids.get(`${clear} ${id}`))
      return nativeClear.call(window, id)
    }
  }
  wrap('setTimeout', 'clearTimeout')
  wrap('setInterval', 'clearInterval', false)
  wrap('requestAnimationFrame', 'cancelAnimationFrame')
  wrap('requestIdleCallback', 'cancelIdleCallback')

  const count = () => [...live.values(), ...listeners()].sort()
  // Strings only: objects do not cross between the worlds in Firefox.
  add.call(document, 'count-ours', () =>
    document.dispatchEvent(new CustomEvent('counted-ours', { detail: JSON.stringify(count()) })),
  )
  // What is left when a document goes is told to the next one.
  leaveLast = () => {
    remove.call(window, 'pagehide', leave)
    add.call(window, 'pagehide', leave)
  }
  leaveLast()
})()
