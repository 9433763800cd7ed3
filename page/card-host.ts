/**
 * The element that carries the card: alone in the page's tree, only while the card shows, with a
 * closed shadow root, in the top layer so that nothing of the page covers it. It is appended to the
 * root element, or to the modal dialog around the mention: whatever stands outside such a dialog is
 * inert, the top layer included.
 */
export const CARD_ELEMENT = 'source-context-card'

/** Card width in px. Px, not rem: pages set their root font size to anything. */
const WIDTH = 360
/** Distance from the mention, and from the viewport's edges, in px. */
const GAP = 8
/** At most this share of the viewport's height. */
const HEIGHT_SHARE = 0.6
/** Less room than this on one side, in px, and the other side is tried. */
const ENOUGH = 280

/** Fills the card's shadow root; answers how to empty it again. */
export type MountCard = (root: ShadowRoot) => () => void

export type CardHost = {
  /** Shows the card at the lines (viewport px) of a mention in `owner`, in place of any other. */
  open(owner: Element, lines: DOMRect[], mount: MountCard): void
  close(): void
  contains(target: EventTarget | null): boolean
}

type Place = { left: number; width: number; maxHeight: number } & (
  { top: number } | { bottom: number }
)

export function createCardHost(): CardHost {
  let host: HTMLElement | undefined
  let unmount: (() => void) | undefined
  const close = () => {
    unmount?.()
    host?.remove()
    host = unmount = undefined
  }
  return {
    close,
    contains: (target) => host !== undefined && target === host,
    open: (owner, lines, mount) => {
      close()
      host = document.createElement(CARD_ELEMENT)
      host.setAttribute('popover', 'manual')
      placeHost(host, choosePlace(lines))
      unmount = mount(host.attachShadow({ mode: 'closed' }))
      const parent = owner.closest('dialog:modal') ?? document.documentElement
      parent.append(host)
      host.showPopover()
    },
  }
}

/** Inline and important: nothing in a page's style sheets outranks that. */
function placeHost(host: HTMLElement, place: Place): void {
  const rules: Record<string, string> = {
    all: 'initial',
    position: 'fixed',
    inset: 'auto',
    left: `${place.left}px`,
    width: `${place.width}px`,
    'max-height': `${place.maxHeight}px`,
    display: 'flex',
    overflow: 'visible',
    ...('top' in place ? { top: `${place.top}px` } : { bottom: `${place.bottom}px` }),
  }
  for (const [name, value] of Object.entries(rules))
    host.style.setProperty(name, value, 'important')
}

/** Below the mention where there is room, otherwise above; never over its lines. */
function choosePlace(lines: DOMRect[]): Place {
  const { clientWidth, clientHeight } = document.documentElement
  const viewport = {
    width: clientWidth,
    height: Math.min(clientHeight, innerHeight) || innerHeight,
  }
  const top = Math.min(...lines.map((line) => line.top))
  const bottom = Math.max(...lines.map((line) => line.bottom))
  const left = lines[0]?.left ?? GAP
  const width = Math.min(WIDTH, viewport.width - 2 * GAP)
  const above = top - 2 * GAP
  const below = viewport.height - bottom - 2 * GAP
  const most = viewport.height * HEIGHT_SHARE
  const across = {
    left: Math.max(GAP, Math.min(left, viewport.width - width - GAP)),
    width,
  }
  return below >= Math.min(ENOUGH, above)
    ? { ...across, top: bottom + GAP, maxHeight: Math.min(most, below) }
    : { ...across, bottom: viewport.height - top + GAP, maxHeight: Math.min(most, above) }
}
