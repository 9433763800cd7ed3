import { browser } from 'wxt/browser'
import { say } from '../../core/words.ts'
import { callBackground } from '../../extension/messages.ts'
import type { PreparedCard } from '../../page/card-host.ts'
import type { FramedSign } from '../../page/hover.ts'
import { schemeAt } from '../../page/page-tone.ts'
import { topParentOf } from '../../page/top-parent.ts'
import { LOW_WINDOW } from '../card/card-low-window.ts'
import type { CardDrawing } from '../card/card-view.ts'
import { PORT_WORDS, type FromFrame, type ToFrame } from '../card/frame-messages.ts'
import type { CardSurface } from './card-surface.ts'

/** Px; tall enough for the head of any card, until the card has said how tall it is. */
const FIRST_HEIGHT = 600

/**
 * Draws a card in a frame that has no origin and runs no script but ours: who gets hold of the frame
 * cannot look into it, and no event in it is an event of the page.
 */
export function drawInFrame(
  card: PreparedCard,
  owner: Element,
  told: (sign: FramedSign) => void,
): CardSurface {
  const { root, life } = card
  const frame = createFrame()
  const look = createLook(frame)
  root.append(frame)
  let drawing: CardDrawing | undefined
  const link = linkTo(frame, (message) => hear(message))
  const stands = Promise.withResolvers<void>()
  stands.promise.catch(() => undefined)
  const send = () => {
    if (!drawing) return
    const { actions, ...shown } = drawing
    const around = {
      scheme: schemeAt(owner) ?? 'light dark',
      isLow: matchMedia(LOW_WINDOW).matches,
    }
    link.send({ type: 'draw', drawing: shown, actions: Object.keys(actions), around })
  }
  const hear = (message: FromFrame) => {
    if (life.aborted) return
    if (message.type === 'sign') told(message.sign)
    else if (message.type === 'press') card.guard.press(isWhole())
    else if (message.type === 'act') act(message)
    else {
      look.set(message)
      stands.resolve()
    }
  }
  // A page may have got hold of the frame by an event, and so of the tree in which it stands.
  const isWhole = () =>
    root.childNodes.length === 1 &&
    root.firstChild === frame &&
    card.rules.areWhole() &&
    look.isWhole()
  const act = ({ id, action, argument, byKey }: FromFrame & { type: 'act' }) => {
    if (!drawing || !isWhole() || !card.guard.allows(byKey)) return
    const actions = drawing.actions as Partial<Record<string, (argument?: unknown) => unknown>>
    if (!Object.hasOwn(actions, action)) return
    // Its button goes, and with it the reason for the keys to stay in the frame.
    if (action === 'pin' && !byKey) frame.blur()
    Promise.resolve(actions[action]?.(argument ?? !byKey)).then(
      (value) => link.send({ type: 'done', id, value: value as string | undefined }),
      () => link.send({ type: 'failed', id }),
    )
  }
  // Loaded anew wherever the frame is put in anew.
  frame.addEventListener('load', () => {
    if (!life.aborted) link.open().then(send, stands.reject)
  })
  life.addEventListener('abort', link.close)
  // Firefox moves no focus into a frame in a shadow tree; the script in the frame can.
  card.enter = (quietly = false) => link.send({ type: 'enter', quietly })
  card.waitIn(topParentOf(owner))
  return {
    draw: (next) => {
      drawing = next
      send()
      return stands.promise
    },
  }
}

const HTML = 'http://www.w3.org/1999/xhtml'

function createFrame(): HTMLIFrameElement {
  const frame = document.createElementNS(HTML, 'iframe') as HTMLIFrameElement
  frame.setAttribute('sandbox', '')
  frame.title = say('manifest_name')
  return frame
}

type Look = {
  /** As tall as its card, with what that paints beyond its edge. */
  set(size: { height: number; shadow: string; corner: string }): void
  /** Whether it looks as it was made to look. */
  isWhole(): boolean
}

function createLook(frame: HTMLIFrameElement): Look {
  const fill = 'display: block; width: 100%; min-height: 0; border: 0; color-scheme: inherit'
  let text = ''
  const write = (rules: string) => {
    frame.style.cssText = `${fill}; ${rules}`
    text = read()
  }
  const read = () => [...frame.attributes].map(({ name, value }) => `${name}=${value}`).join()
  write(`height: ${FIRST_HEIGHT}px`)
  return {
    set: ({ height, shadow, corner }) =>
      write(`height: ${height}px; box-shadow: ${shadow}; border-radius: ${corner}`),
    isWhole: () => read() === text,
  }
}

/** Firefox's; not in the common types. */
type Runtime = typeof browser.runtime & { getFrameId(frame: HTMLIFrameElement): number }

type Link = {
  /** Has the background fill the frame, and reaches its script. */
  open(): Promise<void>
  /** Left out while nobody is there. */
  send(message: ToFrame): void
  close(): void
}

function linkTo(frame: HTMLIFrameElement, hear: (message: FromFrame) => void): Link {
  let port: MessagePort | undefined
  const close = () => {
    port?.close()
    port = undefined
  }
  return {
    open: async () => {
      close()
      await callBackground('loadCard', (browser.runtime as Runtime).getFrameId(frame))
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => hear(data))
      port1.start()
      // Its origin is none, so no other can be named; nothing but the port is said here.
      frame.contentWindow?.postMessage(PORT_WORDS, '*', [port2])
      port = port1
    },
    send: (message) => port?.postMessage(message),
    close,
  }
}
