import { PORT_WORDS } from '../card/frame-messages.ts'
import { runCard } from './run-card.ts'

/** Starts the card with the port that the engine around the frame hands it. */
export function awaitEngine(): void {
  addEventListener('message', meet)
}

/** The engine comes first: a page has no way to the frame before somebody points at it. */
function meet({ data, source, ports: [port] }: MessageEvent<unknown>): void {
  if (data !== PORT_WORDS || source !== window.parent || !port) return
  removeEventListener('message', meet)
  runCard(port)
}
