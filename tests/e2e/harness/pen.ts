import type { Page } from 'puppeteer-core'
import { inWindow } from './firefox.ts'
import type { Rig } from './rig.ts'

/** A pen, at px of the viewport. */
export type Pen = {
  /** Held over the screen, it moves. */
  over(x: number, y: number): Promise<void>
  /** It touches where it was held last, and is lifted again. */
  tap(): Promise<void>
}

/** What a pen's mouse events are called, with the buttons that are down during each. */
type Act = 'mouseMoved' | 'mousePressed' | 'mouseReleased'
type Send = (act: Act, x: number, y: number) => Promise<unknown>

/** A pen on a page: neither driver has one, but each browser takes a mouse's events as a pen's. */
export async function penOn(rig: Rig, page: Page): Promise<Pen> {
  const send = rig.name === 'chromium' ? await chromiumPen(page) : firefoxPen(rig)
  let at: readonly [number, number] = [0, 0]
  return {
    over: async (x, y) => {
      // In small steps, as a hand moves.
      for (let step = 1; step <= 8; step += 1)
        await send('mouseMoved', at[0] + ((x - at[0]) * step) / 8, at[1] + ((y - at[1]) * step) / 8)
      at = [x, y]
    },
    tap: async () => {
      await send('mousePressed', ...at)
      await send('mouseReleased', ...at)
    },
  }
}

async function chromiumPen(page: Page): Promise<Send> {
  const session = await page.createCDPSession()
  return (type, x, y) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      pointerType: 'pen',
      button: type === 'mouseMoved' ? 'none' : 'left',
      buttons: type === 'mousePressed' ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    })
}

const FIREFOX_TYPES = {
  mouseMoved: 'mousemove',
  mousePressed: 'mousedown',
  mouseReleased: 'mouseup',
}

/** The browser's own window makes the event; source 2 is a pen's. */
function firefoxPen(rig: Rig): Send {
  return (type, x, y) => {
    const data = {
      button: 0,
      buttons: type === 'mousePressed' ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
      inputSource: 2,
    }
    const options = { isDOMEventSynthesized: false, isWidgetEventSynthesized: false }
    return inWindow(
      rig.browser,
      `(() => {
        const { left, top } = gBrowser.selectedBrowser.getBoundingClientRect()
        window.synthesizeMouseEvent('${FIREFOX_TYPES[type]}', left + ${x}, top + ${y},
          ${JSON.stringify(data)}, ${JSON.stringify(options)})
        return true
      })()`,
    )
  }
}
