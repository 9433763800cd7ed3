import { callBackground } from '../../extension/messages.ts'
import type { PreparedCard } from '../../page/card-host.ts'
import type { FramedSign } from '../../page/hover.ts'
import type { CardDrawing, MountCard } from '../card/card-view.ts'
import { drawInFrame } from './framed-surface.ts'

/** Where a card is drawn. */
export type CardSurface = {
  /** Shows a card, or another in its place; settles when it stands, rejects where its code does not come. */
  draw(drawing: CardDrawing): Promise<void>
}

/**
 * Firefox tells a page the inner targets of events, out of closed trees too: there a card stands in a
 * frame of its own, but for our own pages. `owner`: beside what it will stand; `told`: hears of the frame.
 */
export function createCardSurface(
  card: PreparedCard,
  owner: Element,
  told: (sign: FramedSign) => void,
): CardSurface {
  if (import.meta.env.FIREFOX && !globalThis.sourceContextMountCard)
    return drawInFrame(card, owner, told)
  return drawInTree(card)
}

function drawInTree({ root, life }: PreparedCard): CardSurface {
  const code = loadCode()
  code.catch(() => undefined)
  return {
    draw: async (drawing) => {
      const mount = await code
      // The pointer has gone on: nobody will see it, and nobody would take it away.
      if (life.aborted) return
      life.addEventListener('abort', mount(root, drawing), { once: true })
    },
  }
}

async function loadCode(): Promise<MountCard> {
  if (!globalThis.sourceContextMountCard) await callBackground('loadCard')
  const mount = globalThis.sourceContextMountCard
  if (!mount) throw new Error('The card’s code has not come.')
  return mount
}
