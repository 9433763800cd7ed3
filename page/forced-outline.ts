import { createOwnElement } from './own-element.ts'
import { readViewport } from './place-host.ts'
import { topParentOf } from './top-parent.ts'

/** In the page only while a mention is outlined in forced colours. */
const OUTLINE_ELEMENT = 'source-context-outline'

export type ForcedOutline = {
  /** Frames what stands on these lines, and follows them as the page scrolls. */
  show(near: Element, lines: () => DOMRect[]): void
  hide(): void
}

/**
 * In forced colours browsers give all marks one and the same ground, whatever their rules say: there
 * the current one gets a frame of its own, above the page and out of the pointer's way.
 */
export function createForcedOutline(signal: AbortSignal): ForcedOutline {
  let host: HTMLElement | undefined
  let following: AbortController | undefined
  const hide = () => {
    following?.abort()
    host?.remove()
    host = following = undefined
  }
  signal.addEventListener('abort', hide)
  return {
    hide,
    show: (near, lines) => {
      hide()
      if (!matchMedia('(forced-colors: active)').matches) return
      const made = createHost()
      host = made.host
      topParentOf(near).append(host)
      host.showPopover()
      following = new AbortController()
      const draw = () => made.root.replaceChildren(...lines().filter(isSeen).map(drawFrame))
      const options = { capture: true, passive: true, signal: following.signal }
      for (const type of ['scroll', 'resize']) window.addEventListener(type, draw, options)
      draw()
    },
  }
}

function createHost() {
  const { host, root } = createOwnElement(OUTLINE_ELEMENT)
  host.setAttribute('popover', 'manual')
  host.setAttribute('aria-hidden', 'true')
  const rules = { all: 'initial', position: 'fixed', inset: '0', 'pointer-events': 'none' }
  for (const [name, value] of Object.entries({ ...rules, overflow: 'clip', background: 'none' }))
    host.style.setProperty(name, value, 'important')
  return { host, root }
}

function drawFrame({ left, top, width, height }: DOMRect): HTMLElement {
  const frame = document.createElement('div')
  const place = `left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px`
  frame.style.cssText = `position: fixed; outline: 3px solid CanvasText; outline-offset: 2px; ${place}`
  return frame
}

function isSeen({ top, bottom }: DOMRect): boolean {
  const seen = readViewport()
  return bottom > seen.top && top < seen.top + seen.height
}
