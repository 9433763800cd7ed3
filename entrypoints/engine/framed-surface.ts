import type { PreparedCard } from '../../page/card-host.ts'
import type { FramedSign } from '../../page/hover.ts'
import { schemeAt } from '../../page/page-tone.ts'
import { topParentOf } from '../../page/top-parent.ts'
import { LOW_WINDOW } from '../card/card-low-window.ts'
import type { CardDrawing } from '../card/card-view.ts'
import type { FromFrame } from '../card/frame-messages.ts'
import { createCardFrame } from './card-frame.ts'
import type { CardSurface } from './card-surface.ts'

/**
 * Draws a card in a frame that has no origin and runs no script but ours: who gets hold of the frame
 * cannot look into it, and no event in it is an event of the page.
 */
export function drawInFrame(
  card: PreparedCard,
  owner: Element,
  told: (sign: FramedSign) => void,
): CardSurface {
  const { host, root, life } = card
  const stands = Promise.withResolvers<void>()
  stands.promise.catch(() => undefined)
  let drawing: CardDrawing | undefined
  let isPinned = false

  const hear = (message: FromFrame) => {
    if (life.aborted) return
    if (message.type === 'sign') told(message.sign)
    else if (message.type === 'press') card.guard.press(isWhole())
    else if (message.type === 'act') act(message)
    else {
      frame.setSize(message)
      stands.resolve()
    }
  }
  const newFrame = () =>
    createCardFrame({ hear, filled: draw, unfilled: stands.reject, spoilt: card.drop })
  const draw = () => {
    if (!drawing) return
    const { actions, ...shown } = drawing
    const scheme = schemeAt(owner) ?? 'light dark'
    const around = { scheme, isLow: matchMedia(LOW_WINDOW).matches, isPinned }
    frame.send({ type: 'draw', drawing: shown, actions: Object.keys(actions), around })
  }
  // A page may have got hold of the frame by an event, and so of the tree in which it stands.
  const isWhole = () =>
    root.childNodes.length === 1 &&
    root.firstChild === frame.element &&
    card.rules.areWhole() &&
    frame.isWhole()
  const act = ({ id, action, argument, byKey }: FromFrame & { type: 'act' }) => {
    if (!drawing || !isWhole() || !card.guard.allows(byKey)) return
    const actions = drawing.actions as Partial<Record<string, (argument?: unknown) => unknown>>
    if (!Object.hasOwn(actions, action)) return
    isPinned ||= action === 'pin'
    // The pin’s button goes, and with it the reason for the keys to stay in the frame.
    if (action === 'pin' && !byKey) frame.element.blur()
    Promise.resolve(actions[action]?.(argument ?? !byKey)).then(
      (value) => frame.send({ type: 'done', id, value: value as string | undefined }),
      () => frame.send({ type: 'failed', id }),
    )
  }

  let frame = newFrame()
  root.append(frame.element)
  life.addEventListener('abort', () => frame.end())
  // Firefox moves no focus into a frame in a shadow tree; the script in the frame can.
  card.enter = (quietly = false) => frame.send({ type: 'enter', quietly })
  // A frame that is moved loads anew: another takes its place.
  card.moveTo = (parent) => {
    frame.end()
    const { size } = frame
    frame = newFrame()
    frame.setSize(size)
    root.replaceChildren()
    parent.append(host)
    root.append(frame.element)
  }
  card.waitIn(topParentOf(owner))
  return {
    draw: (next) => {
      drawing = next
      draw()
      return stands.promise
    },
  }
}
