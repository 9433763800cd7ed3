import type { Page } from 'puppeteer-core'
import { REST_MS } from '../../../core/card/hover-state.ts'

/**
 * Goes on doing something until the page's own clock has seen twice the time that a card needs to
 * open: whatever should keep it from opening has then kept it.
 */
export async function outlastRest(
  page: Page,
  act: (turn: number) => Promise<unknown>,
): Promise<void> {
  const now = () => page.evaluate(() => performance.now())
  const end = (await now()) + 2 * REST_MS
  for (let turn = 0; (await now()) < end; turn += 1) await act(turn)
}
