import type { Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SETTLE_MS } from '../../page/click-guard.ts'
import { clickInCard, readCard, untilCard, untilNoCard, type Box } from './harness/card.ts'
import { hover } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'

const PAGE = `<!doctype html><meta charset="utf-8"><title>Traps</title>
  <style>body { margin: 60px; font: 18px/1.6 serif; background: #fff }</style>
  <p>The Pentagon banned phones by ZTE.</p><p>Life went on.</p>`

/** What a page does to have a person click amiss, and how it is undone; each is run in the page. */
const TRAPS: Record<string, { set: string; clear: string }> = {
  'a later popover over it that lets clicks through': {
    set: `document.body.insertAdjacentHTML('beforeend', '<div id="trap" popover="manual" style="position:fixed;inset:0;width:auto;height:auto;background:#fff;pointer-events:none">You have won</div>');
      trap.showPopover()`,
    clear: 'trap.remove()',
  },
  'a popover over it whose parts let clicks through': {
    set: `document.body.insertAdjacentHTML('beforeend', '<div id="trap" popover="manual" style="width:0;height:0;padding:0;border:0;overflow:visible"><b style="position:fixed;inset:0;background:#fff;pointer-events:none">Won</b></div>');
      trap.showPopover()`,
    clear: 'trap.remove()',
  },
  'a popover over it in a closed shadow tree': {
    set: `const trap = document.createElement('div'); trap.id = 'trap'; document.body.append(trap);
      const root = trap.attachShadow({ mode: 'closed' });
      root.innerHTML = '<p popover="manual" style="position:fixed;inset:0;width:auto;height:auto;background:#fff;pointer-events:none">Won</p>';
      root.firstChild.showPopover()`,
    clear: 'trap.remove()',
  },
  'the painted backdrop of a popover': {
    set: `document.body.insertAdjacentHTML('beforeend', '<style id="paint">#trap::backdrop { background: #fff }</style><div id="trap" popover="manual" style="inset:auto 0 0 auto">.</div>');
      trap.showPopover()`,
    clear: 'trap.remove(); paint.remove()',
  },
  'a pseudo-element of a popover': {
    set: `document.body.insertAdjacentHTML('beforeend', '<style id="paint">#trap::after { content: "Won"; position: fixed; inset: 0; background: #fff; pointer-events: none }</style><div id="trap" popover="manual" style="inset:auto 0 0 auto;overflow:visible">.</div>');
      trap.showPopover()`,
    clear: 'trap.remove(); paint.remove()',
  },
  'its element out of the top layer and under another': {
    set: `document.querySelector('source-context-card').hidePopover();
      document.body.insertAdjacentHTML('beforeend', '<div id="trap" style="position:fixed;inset:0;z-index:9;background:#fff;pointer-events:none">Won</div>')`,
    clear: `trap.remove(); document.querySelector('source-context-card').showPopover()`,
  },
  'the whole page made transparent by a filter': {
    set: `document.documentElement.style.filter = 'opacity(0)'`,
    clear: `document.documentElement.style.filter = ''`,
  },
}

if (process.env['E2E_BROWSER'] === 'firefox') {
  // Events give it the frame in which the card stands, and so the tree around that.
  TRAPS['something in the card’s own tree, over its frame'] = {
    set: `const cover = document.createElement('b'); cover.textContent = 'Won';
      cover.style.cssText = 'position:fixed;inset:0;background:#fff;pointer-events:none'; inner.append(cover)`,
    clear: `inner.querySelector('b').remove()`,
  }
  TRAPS['a rule in the card’s own tree'] = {
    set: `globalThis.rule = inner.adoptedStyleSheets[0].insertRule('iframe { opacity: 0 !important }')`,
    clear: `inner.adoptedStyleSheets[0].deleteRule(rule)`,
  }
  TRAPS['its frame made invisible'] = {
    set: `globalThis.frame = inner.querySelector('iframe'); frame.style.opacity = '0'`,
    clear: `frame.style.removeProperty('opacity')`,
  }
  // In Chromium what lies there catches every click, whatever a page says of it.
  TRAPS['a picture of the page in a view transition'] = {
    set: `document.body.insertAdjacentHTML('beforeend', '<style id="trap">::view-transition { pointer-events: none } ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 600s }</style>');
      globalThis.turning = document.startViewTransition(() => undefined); turning.ready`,
    clear: 'turning.skipTransition(); trap.remove(); turning.finished',
  }
} else {
  // In Firefox no page hears a press in a card, to wait for it.
  TRAPS['its element moved at the last moment'] = {
    set: `document.body.insertAdjacentHTML('beforeend', '<div id="trap" style="position:absolute"></div>');
      const host = document.querySelector('source-context-card'); trap.append(host); host.showPopover();
      globalThis.shift = ({ type }) => { trap.style.zoom = type === 'pointerdown' ? '1.02' : '1' };
      addEventListener('pointerdown', shift, true); addEventListener('pointerup', shift, true)`,
    clear: `removeEventListener('pointerdown', shift, true); removeEventListener('pointerup', shift, true)`,
  }
}

/** A card that closes is seen to have taken a click at once: its cross stands for all buttons. */
describe('clicks that nobody means', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/traps', PAGE)
  })
  afterAll(() => rig.close())

  const openCard = async () => {
    const page = await rig.open(`${rig.site.origin}/traps`)
    await untilMarked(page)
    await page.evaluate(() =>
      addEventListener(
        'pointerover',
        (event) => {
          const { originalTarget } = event as unknown as { originalTarget?: Node }
          const tree = originalTarget?.getRootNode()
          if (tree instanceof ShadowRoot) Object.assign(globalThis, { inner: tree })
        },
        true,
      ),
    )
    await hover(page, 'Pentagon banned')
    return { page, cross: await untilCross(page) }
  }

  test.each(Object.entries(TRAPS))('%s: a click does nothing', async (_name, { set, clear }) => {
    const { page, cross } = await openCard()
    // There before the trap is set: nobody is to blame the way there.
    await page.mouse.move(cross.x, cross.y, { steps: 8 })
    await page.evaluate(set)
    const struck = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.localName,
      cross,
    )
    expect(struck).toBe('source-context-card')
    await page.mouse.click(cross.x, cross.y)
    // In Firefox a press is judged by another document than it was made in, a moment later.
    for (let turn = 0; turn < 3; turn++) await readCard(page)
    await page.evaluate(clear)
    await untilCard(page, 'Pentagon')

    await until('a click that is meant closes the card', async () => {
      await page.mouse.click(cross.x, cross.y)
      return (await readCard(page)) === undefined
    })
    await page.close()
  })

  test('a card that a page has moved into a frame, under something else, takes no click', async () => {
    const { page, cross } = await openCard()
    await page.mouse.move(cross.x, cross.y, { steps: 8 })
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0'
      document.body.append(frame)
      const host = document.querySelector<HTMLElement>('source-context-card')
      if (!host || !frame.contentDocument) throw new Error('no card, or no frame')
      frame.contentDocument.body.append(host)
      if (host.isConnected) host.showPopover()
      Object.assign(globalThis, { heard: 0, moved: host })
      frame.contentWindow?.addEventListener(
        'click',
        () => {
          ;(globalThis as unknown as { heard: number }).heard += 1
        },
        true,
      )
    })
    // Wherever it stands there, its cross is found by trying; each press comes long after the last.
    for (const dy of [0, 4, -4]) {
      await until('the card has stood still', () =>
        page.evaluate((ms) => new Promise((done) => setTimeout(() => done(true), ms)), SETTLE_MS),
      )
      await page.mouse.click(cross.x, cross.y + dy)
    }
    const { heard, stays } = await page.evaluate(() => {
      const { heard, moved } = globalThis as unknown as { heard: number; moved: Element }
      return { heard, stays: moved.isConnected }
    })
    expect(heard).toBe(3)
    // In Firefox a card that is put elsewhere is gone at once: its frame would be loaded anew.
    expect(stays).toBe(rig.name === 'chromium')
  })

  test('events that a script makes press nothing', async () => {
    const { page, cross } = await openCard()
    await page.evaluate(({ x, y }) => {
      const host = document.querySelector<HTMLElement>('source-context-card')
      const how = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y }
      for (const target of [host, document.elementFromPoint(x, y), document, window]) {
        for (const type of ['pointerdown', 'pointerup', 'click'])
          target?.dispatchEvent(new PointerEvent(type, { ...how, pointerType: 'mouse' }))
        target?.dispatchEvent(new KeyboardEvent('keydown', { ...how, key: 'Escape' }))
        target?.dispatchEvent(new KeyboardEvent('keydown', { ...how, key: 'Enter' }))
      }
      host?.click()
      host?.focus()
    }, cross)
    expect((await readCard(page))?.elements.some((it) => it.focused)).toBe(false)
    expect((await readCard(page))?.text).toContain('Pentagon')
    await page.close()
  })

  test('events that a script makes open no card', async () => {
    const page = await rig.open(`${rig.site.origin}/traps`)
    await untilMarked(page)
    const rest = 3 * SETTLE_MS
    await page.evaluate(async (ms) => {
      const text = document.querySelector('p')?.firstChild
      const range = document.createRange()
      if (text) range.selectNodeContents(text)
      const { x, y, height } = range.getBoundingClientRect()
      const how = { bubbles: true, composed: true, clientX: x + 60, clientY: y + height / 2 }
      const all = { ...how, pointerType: 'mouse', isPrimary: true }
      const chord = { code: 'KeyO', key: 'O', altKey: true, shiftKey: true, bubbles: true }
      document.getSelection()?.collapse(text ?? null, 6)
      const end = performance.now() + ms
      while (performance.now() < end) {
        for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click'])
          document.querySelector('p')?.dispatchEvent(new PointerEvent(type, all))
        document.dispatchEvent(new KeyboardEvent('keydown', chord))
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }, rest)
    expect(await readCard(page)).toBeUndefined()
    await page.close()
  })

  test('what a page says of the card’s element changes nothing of it', async () => {
    const { page } = await openCard()
    const before = await readCard(page)
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('source-context-card')
      if (!host) throw new Error('no card')
      const rules = 'opacity: 0; transform: translate(200px, 90px); filter: blur(9px); left: 400px'
      const more = 'clip-path: inset(40%); pointer-events: none; zoom: 3; visibility: hidden'
      for (const rule of `${rules}; ${more}`.split('; ')) {
        const [name = '', value = ''] = rule.split(': ')
        host.style.setProperty(name, value, 'important')
      }
      host.className = host.id = 'trap'
      host.setAttribute('hidden', '')
      host.animate({ opacity: [0, 0], translate: ['90px', '90px'] }, { duration: 1e9 })
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`#trap::before, #trap::after { content: 'Won' !important; position: fixed !important;
        inset: 0 !important; display: block !important; background: #fff !important }`)
      document.adoptedStyleSheets = [sheet]
    })
    const after = await readCard(page)
    expect(after?.box).toEqual(before?.box)
    expect(after?.text).toEqual(before?.text)
    const looks = await page.evaluate(() => {
      const host = document.querySelector('source-context-card')
      if (!host) throw new Error('no card')
      const { opacity, filter, clipPath, pointerEvents, visibility } = getComputedStyle(host)
      const drawn = ['::before', '::after'].map((it) => getComputedStyle(host, it).display)
      return [opacity, filter, clipPath, pointerEvents, visibility, ...drawn]
    })
    expect(looks).toEqual(['1', 'none', 'none', 'auto', 'visible', 'none', 'none'])
    await clickInCard(page, 'Close')
    await untilNoCard(page)
    await page.close()
  })

  // Firefox has no sign of what lies over a frame.
  test.skipIf(process.env['E2E_BROWSER'] === 'firefox')(
    'a frame that the page around it has made invisible: a click does nothing',
    async () => {
      const frame = `<iframe src="http://framed.test/traps" style="width:700px;height:560px;border:0;opacity:0.01"></iframe>`
      rig.site.put(
        '/around',
        `<!doctype html><meta charset="utf-8"><body style="margin:0">${frame}`,
      )
      const page = await rig.open(`${rig.site.origin}/around`)
      const inner = await until('the frame', () =>
        page.frames().find((it) => it.url().includes('framed.test')),
      )
      await untilMarked(inner)
      await page.mouse.move(130, 78, { steps: 8 })
      const cross = await untilCross(inner)
      await page.mouse.click(cross.x, cross.y)
      expect((await readCard(inner))?.text).toContain('Pentagon')

      await page.evaluate(() => document.querySelector('iframe')?.style.removeProperty('opacity'))
      await until('a click that is meant closes the card', async () => {
        await page.mouse.click(cross.x, cross.y)
        return (await readCard(inner)) === undefined
      })
    },
  )
})

type Place = { x: number; y: number }

/** The middle of the card's cross, once a press there would count. */
async function untilCross(page: Page | Frame): Promise<Place> {
  await untilCard(page, 'Pentagon')
  const box = await until('a card that has settled', async (): Promise<Box | undefined> => {
    const card = await readCard(page)
    if (!card || card.age < 1.5 * SETTLE_MS) return undefined
    return card.elements.find((it) => it.tag === 'button' && it.name === 'Close')?.box
  })
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function untilMarked(page: Page | Frame): Promise<void> {
  await until('marks', () =>
    page.evaluate(() => (CSS.highlights.get('source-context-action')?.size ?? 0) > 0),
  )
}
