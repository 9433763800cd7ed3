import { browser } from 'wxt/browser'
import { say } from '../../core/words.ts'
import { callBackground } from '../../extension/messages.ts'
import { PORT_WORDS, type FromFrame, type ToFrame } from '../card/frame-messages.ts'

/** One frame for a card; it loads when it comes into the page. */
export type CardFrame = {
  element: HTMLIFrameElement
  size: FrameSize
  /** As tall as its card, with what that paints beyond its edge. */
  setSize(size: FrameSize): void
  /** Whether it is as it was made. */
  isWhole(): boolean
  /** Left out while nobody is there. */
  send(message: ToFrame): void
  end(): void
}

export type FrameSize = { height: number; shadow: string; corner: string }

type Heard = {
  hear(message: FromFrame): void
  /** The card’s code is in it and hears. */
  filled(): void
  unfilled(fault: unknown): void
  /** Something else than what it was made for is in it. */
  spoilt(): void
}

const HTML = 'http://www.w3.org/1999/xhtml'
const LOOK = 'display: block; width: 100%; min-height: 0; border: 0; color-scheme: inherit'
/** Px; tall enough for the head of any card, until the card has said how tall it is. */
const FIRST_SIZE: FrameSize = { height: 600, shadow: 'none', corner: '0' }

/** Firefox's; not in the common types. */
type Runtime = typeof browser.runtime & { getFrameId(frame: HTMLIFrameElement): number }

export function createCardFrame({ hear, filled, unfilled, spoilt }: Heard): CardFrame {
  const element = document.createElementNS(HTML, 'iframe') as HTMLIFrameElement
  element.setAttribute('sandbox', '')
  element.title = say('manifest_name')
  let size = FIRST_SIZE
  let asMade = ''
  let port: MessagePort | undefined
  let isLoaded = false
  let isEnded = false
  const setSize = (next: FrameSize) => {
    size = next
    const { height, shadow, corner } = next
    element.style.cssText = `${LOOK}; height: ${height}px; box-shadow: ${shadow}; border-radius: ${corner}`
    asMade = attributesOf(element)
  }
  const fill = async () => {
    await callBackground('loadCard', (browser.runtime as Runtime).getFrameId(element))
    if (isEnded) return
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => isEnded || hear(data))
    port1.start()
    // Its origin is none, so no other can be named; nothing but the port is said here.
    element.contentWindow?.postMessage(PORT_WORDS, '*', [port2])
    port = port1
    filled()
  }
  element.addEventListener('load', () => {
    if (isEnded) return
    // What it loads later a page has put there, or has moved it: that gets nothing to show.
    if (isLoaded) return spoilt()
    isLoaded = true
    fill().catch(unfilled)
  })
  setSize(FIRST_SIZE)
  return {
    element,
    get size() {
      return size
    },
    setSize,
    isWhole: () => attributesOf(element) === asMade,
    send: (message) => port?.postMessage(message),
    end: () => {
      isEnded = true
      port?.close()
    },
  }
}

function attributesOf(element: Element): string {
  return [...element.attributes].map(({ name, value }) => `${name}=${value}`).join()
}
