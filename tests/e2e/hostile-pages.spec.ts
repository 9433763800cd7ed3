import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clickInCard, untilCard, untilNoCard, type Card } from './harness/card.ts'
import { hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'

const BODY = '<p>The Pentagon banned phones by ZTE.</p><p>Life went on.</p>'
const page = (style: string, body = BODY) =>
  `<!doctype html><meta charset="utf-8"><title>Hostile</title><style>
   body { margin: 60px; font: 18px/1.6 serif; background: #fff } ${style}</style>${body}`

/** Styles that a page may have, none of which may be seen in the card. */
const STYLES: Record<string, string> = {
  'every style important': `html > head { display: none !important } html > head * { display: none !important } * { color: red !important; font: 40px fantasy !important; display: block !important;
     letter-spacing: 9px !important; text-transform: uppercase !important; line-height: 4 !important;
     background: lime !important; border: 5px solid !important; filter: invert(1) !important }`,
  'inherited text styles on the root': `html { letter-spacing: 6px; word-spacing: 20px; text-indent: 60px;
     text-align: right; text-transform: uppercase; white-space: pre; line-height: 3; font-style: italic;
     visibility: visible; cursor: none; tab-size: 1; hyphens: auto; font-variant: small-caps }`,
  'a huge root font': 'html { font-size: 100px }',
  'a zoomed root': 'html { zoom: 1.5 }',
  'right to left': 'html { direction: rtl }',
  'vertical text': 'html { writing-mode: vertical-rl } body { writing-mode: horizontal-tb }',
  'a rule for our element': `source-context-card { display: none !important; opacity: 0 !important;
     width: 20px !important; transform: scale(3) !important } source-context-card::backdrop { background: red !important }`,
  'rules for popovers': `[popover] { inset: 0 !important; margin: auto !important; padding: 50px !important;
     background: red !important; translate: 90px 90px !important } *::backdrop { background: red !important }`,
  'rules in a layer':
    '@layer a { * { position: static !important; max-width: 300px !important; color: red !important } }',
  'no text may be selected':
    '* { user-select: none !important; -webkit-user-select: none !important }',
  'no pointer events on the root': 'html { pointer-events: none } body { pointer-events: auto }',
}

/** Policies under which the card has to work. */
const POLICIES: Record<string, Record<string, string>> = {
  'the strictest policy': {
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  },
  'a sandbox': {
    'content-security-policy':
      "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'",
  },
  'trusted types': {
    'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
  },
  'isolation from other origins': {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  },
}

describe('hostile pages', () => {
  let rig: Rig
  let plain: Card
  beforeAll(async () => {
    rig = await startRig()
    plain = await cardOn('/plain', page(''))
  })
  afterAll(() => rig.close())

  const open = async (path: string, body: string, headers: Record<string, string> = {}) => {
    rig.site.put(path, body, headers)
    const opened = await rig.open(rig.site.origin + path)
    await untilMarked(opened)
    return opened
  }
  const cardOn = async (path: string, body: string, headers?: Record<string, string>) => {
    const opened = await open(path, body, headers)
    await hover(opened, 'Pentagon banned')
    const card = await untilCard(opened)
    await opened.close()
    return card
  }

  test.each(Object.entries(STYLES))('the card looks the same under %s', async (name, style) => {
    const card = await cardOn(`/style-${Object.keys(STYLES).indexOf(name)}`, page(style))
    expectSameLooks(card, plain)
  })

  test.each(Object.entries(POLICIES))('the card works under %s', async (name, headers) => {
    const path = `/policy-${Object.keys(POLICIES).indexOf(name)}`
    const opened = await open(path, page(''), headers)
    await hover(opened, 'Pentagon banned')
    expectSameLooks(await untilCard(opened), plain)
    await clickInCard(opened, 'Copy citation')
    await untilCard(opened, 'opied')
  })

  test('nothing of the card’s own styles is seen in the page', async () => {
    const opened = await open(
      '/leak',
      page('', `${BODY}<button class="card act">A</button><h2>B</h2>`),
    )
    const styles = () =>
      opened.evaluate(() =>
        [...document.body.querySelectorAll('*')].map((it) => {
          const { font, color, padding, backgroundColor, animationName } = getComputedStyle(it)
          return [font, color, padding, backgroundColor, animationName].join()
        }),
      )
    const before = await styles()
    await hover(opened, 'Pentagon banned')
    await untilCard(opened)
    expect(await styles()).toEqual(before)
  })

  test('clicks in the card do not reach the page', async () => {
    const opened = await open('/clicks', page(''))
    await opened.evaluate(() => {
      document.body.dataset['heard'] = ''
      for (const type of ['click', 'mousedown', 'pointerdown', 'focusin', 'wheel'])
        document.addEventListener(type, () => (document.body.dataset['heard'] += `${type} `))
    })
    await hover(opened, 'Pentagon banned')
    await untilCard(opened)
    await clickInCard(opened, 'Copy citation')
    await untilCard(opened, 'opied')
    expect(await opened.evaluate(() => document.body.dataset['heard'])).toBe('')
  })

  test('a page that counts its nodes’ changes sees one come and go, and nothing else', async () => {
    const opened = await open('/watch', page(''))
    await opened.evaluate(() => {
      const seen: string[] = []
      Object.assign(globalThis, { seen })
      new MutationObserver((records) => {
        for (const { type, addedNodes, removedNodes, target } of records)
          seen.push(`${type} ${target.nodeName} +${addedNodes.length} -${removedNodes.length}`)
      }).observe(document, { subtree: true, childList: true, attributes: true })
    })
    await hover(opened, 'Pentagon banned')
    await untilCard(opened)
    await leave(opened)
    await untilNoCard(opened)
    const seen = await opened.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
    expect(seen.filter((it) => it.startsWith('childList'))).toEqual([
      'childList HTML +1 -0',
      'childList HTML +0 -1',
    ])
    // The card's own element, while it is placed; nothing of the page's.
    expect(seen.filter((it) => !/HTML|SOURCE-CONTEXT-CARD/.test(it))).toEqual([])
  })

  test('a page that throws away what it does not know closes the card, and the next one opens', async () => {
    const opened = await open('/sweep', page(''))
    await hover(opened, 'Pentagon banned')
    await untilCard(opened)
    await opened.evaluate(() => document.querySelector('source-context-card')?.remove())
    await leave(opened)
    await hover(opened, 'ZTE')
    await untilCard(opened, '“ZTE”')
  })

  test.each([
    ['dark', 'html { background: #111; color: #eee } body { background: none }', 'dark'],
    [
      'dark under a light preference',
      'body { background: oklch(0.2 0.02 250); color: #fff }',
      'dark',
    ],
    ['a light box on a dark page', 'body { background: #000 } p { background: #fff }', 'light'],
  ])('the card is as the page is where the mention stands: %s', async (name, style, scheme) => {
    const card = await cardOn(`/scheme-${name.replaceAll(' ', '-')}`, page(style))
    const [red = 0] = (card.background.match(/\d+/g) ?? []).map(Number)
    expect(red < 128 ? 'dark' : 'light').toBe(scheme)
  })
})

/** The same to a reader's eye, place aside: a zoomed page rounds each box to another whole px. */
function expectSameLooks(card: Card, plain: Card): void {
  const { colour, background, text } = plain
  expect(card).toMatchObject({ colour, background, text })
  expect(Math.abs(card.box.width - plain.box.width)).toBeLessThan(1)
  const far = partsOf(card).flatMap((part, at) => {
    const other = partsOf(plain)[at]
    const isNear = other?.every((length, side) => Math.abs(length - (part[side] ?? NaN)) <= 1.5)
    return isNear ? [] : [{ at, part, other }]
  })
  expect(far).toEqual([])
}

/** Each element's box, from the card's corner. */
function partsOf({ box, elements }: Card): number[][] {
  return elements
    .filter((it) => it.box.height > 0)
    .map(({ box: { x, y, width, height } }) => [x - box.x, y - box.y, width, height])
}

async function untilMarked(opened: Page): Promise<void> {
  await until('marks', () =>
    opened.evaluate(() => (CSS.highlights.get('source-context-action')?.size ?? 0) > 0),
  )
}
