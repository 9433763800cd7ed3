import { locale } from '../core/words.ts'
import { createOwnElement } from './own-element.ts'
import { topParentOf } from './top-parent.ts'

/** The element that carries what a screen reader says; in the page only while it has to. */
export const ANNOUNCER_ELEMENT = 'source-context-announcer'

/** A screen reader has to know a live region before its text changes: this long, in ms. */
const KNOWN_AFTER_MS = 100
/** Long enough to be read out; then the page is left as it was. */
const GONE_AFTER_MS = 10_000

/** Says things politely: after whatever is being read out, and without moving the focus. */
export type Announcer = { say(text: string, near?: Element): void }

export function createAnnouncer(signal: AbortSignal): Announcer {
  let host: HTMLElement | undefined
  let region: HTMLElement | undefined
  let timers: ReturnType<typeof setTimeout>[] = []
  const end = () => {
    timers.forEach(clearTimeout)
    host?.remove()
    host = region = undefined
  }
  signal.addEventListener('abort', end)
  return {
    say: (text, near) => {
      timers.forEach(clearTimeout)
      const parent = topParentOf(near ?? document.documentElement)
      if (!host || host.parentNode !== parent) {
        end()
        ;({ host, region } = createRegion())
        parent.append(host)
      }
      const live = region
      timers = [
        setTimeout(() => live && (live.textContent = text), KNOWN_AFTER_MS),
        setTimeout(end, GONE_AFTER_MS),
      ]
    },
  }
}

/** Out of sight, not out of the accessibility tree. */
function createRegion() {
  const { host, root } = createOwnElement(ANNOUNCER_ELEMENT)
  const rules = 'all: initial; position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px'
  const more = 'overflow: hidden; clip-path: inset(50%); pointer-events: none; direction: ltr'
  for (const rule of `${rules}; ${more}`.split('; ')) {
    const [name = '', value = ''] = rule.split(': ')
    host.style.setProperty(name, value, 'important')
  }
  const region = document.createElement('div')
  region.lang = locale()
  region.setAttribute('role', 'status')
  root.append(region)
  return { host, region }
}
