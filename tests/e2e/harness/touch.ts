import type { Page } from 'puppeteer-core'

/** A finger on the screen, at px of the viewport. */
export type Finger = {
  down(x: number, y: number): Promise<void>
  move(x: number, y: number): Promise<void>
  up(): Promise<void>
}

/** Puppeteer's touch screen, which both browsers have. */
export function fingerOn(page: Page): Finger {
  return {
    down: (x, y) => page.touchscreen.touchStart(x, y).then(() => undefined),
    move: (x, y) => page.touchscreen.touchMove(x, y),
    up: () => page.touchscreen.touchEnd(),
  }
}
