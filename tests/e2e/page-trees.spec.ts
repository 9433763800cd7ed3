import type { Page } from 'puppeteer-core'
import { describe, test } from 'vitest'
import { madePages } from './harness/made-pages.ts'
import { untilWords } from './harness/mark-words.ts'

/** Text in shadow trees, which nobody is told of and no walk over the document meets. */
describe('shadow trees', () => {
  const pages = madePages('tree')
  const { open } = pages

  const attach = (mode: 'open' | 'closed', inner: string) =>
    `<div id="host">Slotted: ZTE.</div><script>
      document.querySelector('#host').attachShadow({ mode: '${mode}' }).innerHTML = \`${inner}\`
    </script>`

  test.each(['open', 'closed'] as const)('%s', async (mode) => {
    await untilWords(await open(attach(mode, '<p>Here is Huawei.</p>')), ['Huawei'])
  })
  test('with what is slotted into it', async () => {
    const page = await open(attach('open', '<p>Here is Huawei.</p><slot></slot>'))
    await untilWords(page, ['Huawei', 'ZTE'])
  })
  test.each(['open', 'closed'] as const)(
    'bare in one that is %s, and what a slot holds while nothing is slotted into it',
    async (mode) => {
      const page = await open(attach(mode, 'Here is Huawei.<slot>Or nothing but Huawei.</slot>'))
      const fill = (text: string) =>
        page.evaluate((it) => document.querySelector('#host')?.replaceChildren(it), text)
      await untilWords(page, ['Huawei', 'ZTE'])
      await page.evaluate(() => document.querySelector('#host')?.replaceChildren())
      await untilWords(page, ['Huawei', 'Huawei'])
      await fill('Slotted: ZTE, and ZTE.')
      await untilWords(page, ['Huawei', 'ZTE', 'ZTE'])
    },
  )
  const ACTS = {
    'the pointer moves': (page: Page) => page.mouse.move(90, 90),
    'the page scrolls': (page: Page) => page.evaluate(() => scrollTo(0, 40)),
  }
  test.each(
    Object.entries(ACTS).flatMap(([what, act]) =>
      (['open', 'closed'] as const).map((mode) => [mode, what, act] as const),
    ),
  )('%s, on a long page, as soon as %s', async (mode, _what, act) => {
    const prose = '<p>Nothing is told here, and it takes long.</p>'.repeat(300)
    const page = await open(
      attach(mode, '<p>Here is Huawei.</p>').replace('Slotted: ZTE.', '') + prose,
    )
    await act(page)
    await untilWords(page, ['Huawei'])
  })
  test.each(['open', 'closed'] as const)(
    '%s, on a short page with a long head, at once',
    async (mode) => {
      const head = `<style>${'p { margin-top: 1px }\n'.repeat(700)}</style>`
      const host = attach(mode, '<p>Here is Huawei.</p>').replace('Slotted: ZTE.', '')
      const page = await open(`<!doctype html><head>${head}</head><body>${host}`, {})
      await untilWords(page, ['Huawei'])
    },
  )
  test('declared in the markup, and nested', async () => {
    const page = await open(
      `<section><template shadowrootmode="closed"><p>First Huawei.</p>
        <section><template shadowrootmode="open"><p>Then ZTE.</p></template></section>
      </template></section>`,
    )
    await untilWords(page, ['Huawei', 'ZTE'])
  })
  test('attached without a word, long after loading, and changed since', async () => {
    const page = await open('<p>Here is Huawei.</p><div id="late"></div>')
    await untilWords(page, ['Huawei'])
    await page.evaluate(() => {
      const root = document.querySelector('#late')?.attachShadow({ mode: 'open' })
      if (root) root.innerHTML = '<p id="in">Nothing yet.</p>'
      document.body.append('An end.')
    })
    await page.evaluate(() => {
      const inner = document.querySelector('#late')?.shadowRoot?.querySelector('#in')
      if (inner) inner.textContent = 'Now ZTE.'
    })
    await untilWords(page, ['Huawei', 'ZTE'])
  })
  test.each([
    ['around it', 'main'],
    ['their host itself', '#host'],
  ])('in what comes to be editable, %s, and no longer is', async (_what, at) => {
    const page = await open(
      `<p>Outside: ZTE.</p><main>${attach('open', '<p>Here is Huawei.</p>')}</main>`,
    )
    const edit = (how: string) =>
      page.evaluate(
        (of, to) => document.querySelector(of)?.setAttribute('contenteditable', to),
        at,
        how,
      )
    await untilWords(page, ['Huawei', 'ZTE'])
    await edit('true')
    await untilWords(page, ['ZTE'])
    await edit('false')
    await untilWords(page, ['Huawei', 'ZTE'])
  })
  test('moved into a draft', async () => {
    const page = await open(
      `<p>Outside: ZTE.</p><div id="draft" contenteditable></div>${attach('open', '<p>Here is Huawei.</p>')}`,
    )
    await untilWords(page, ['Huawei', 'ZTE'])
    await page.evaluate(() => {
      const host = document.querySelector('#host')
      if (host) document.querySelector('#draft')?.append(host)
    })
    await untilWords(page, ['ZTE'])
  })
  test('as the only place of a page that names anything', async () => {
    const page = await open('<x-card></x-card><p>Nothing here.</p>')
    await page.evaluate(() => {
      class Card extends HTMLElement {
        constructor() {
          super()
          this.attachShadow({ mode: 'closed' }).innerHTML = '<p>Here is Huawei.</p>'
        }
      }
      customElements.define('x-card', Card)
    })
    await untilWords(page, ['Huawei'])
  })
  test.each([
    [
      'open, beside text of its host',
      '<div>Own <template shadowrootmode="open">Here is Huawei.<slot></slot></template></div>',
    ],
    [
      'closed, in a host that holds whitespace',
      '<section>\n<template shadowrootmode="closed">Here is Huawei.</template>\n</section>',
    ],
    [
      'of an element that is defined late',
      `<x-late></x-late><script>
      setTimeout(() => customElements.define('x-late', class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = 'Here is Huawei.' }
      }), 600)</script>`,
    ],
  ])('as the only place of a page that names anything: %s', async (_kind, body) => {
    await untilWords(await open(`<p>Nothing here.</p>${body}`), ['Huawei'])
  })
  test('closed in closed, with what is slotted through both', async () => {
    const page = await open(`<section id="outer">Slotted: ZTE.</section><script>
      const outer = document.querySelector('#outer').attachShadow({ mode: 'closed' })
      outer.innerHTML = '<section><slot></slot></section>'
      const inner = outer.firstChild.attachShadow({ mode: 'closed' })
      inner.innerHTML = '<p>Here is <b>Hua</b>wei.</p><slot></slot>'
    </script>`)
    await untilWords(page, ['Huawei', 'ZTE'])
  })
  test('slotted by name, and slotted elsewhere since', async () => {
    const page =
      await open(`<section id="host"><p slot="a">Here is ZTE.</p><p slot="c">Here is Huawei.</p></section><script>
      document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<slot name="a"></slot><slot name="b"></slot>'
    </script>`)
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => document.querySelector('[slot="c"]')?.setAttribute('slot', 'b'))
    await untilWords(page, ['Huawei', 'ZTE'])
    await page.evaluate(() => document.querySelector('[slot="a"]')?.setAttribute('slot', 'x'))
    await untilWords(page, ['Huawei'])
    const inner = (act: (root: ShadowRoot | null | undefined) => void) =>
      page.evaluate(`(${act})(document.querySelector('#host').shadowRoot)`)
    await inner((root) => root?.querySelector('[name="a"]')?.setAttribute('name', 'x'))
    await untilWords(page, ['Huawei', 'ZTE'])
    await inner((root) => root?.querySelector('[name="b"]')?.remove())
    await untilWords(page, ['ZTE'])
  })
  test.each(['open', 'closed'] as const)(
    'where an act concerns a company that is named outside, and the other way round: %s',
    async (mode) => {
      const page = await open(`<p id="above">Huawei is told of here.</p><div id="tree"></div>
        <p>Then the company was fined by the FTC.</p><script>
        const tree = document.querySelector('#tree').attachShadow({ mode: '${mode}' })
        tree.innerHTML = '<p>The FCC banned the company.</p>'
        addEventListener('name', () => tree.lastChild.before('Here is ZTE.'))
      </script>`)
      const above = (text: string) =>
        page.evaluate((it) => document.querySelector('#above')?.replaceChildren(it), text)
      await untilWords(page, ['FCC banned', 'Huawei', 'fined by the FTC'])
      await above('Nothing is told.')
      await untilWords(page, [])
      await page.evaluate(() => dispatchEvent(new Event('name')))
      await untilWords(page, ['FCC banned', 'ZTE', 'fined by the FTC'])
    },
  )
  test('attached without a word when nobody does anything, around text that was marked', async () => {
    const page = await open(`<p>Stays: Huawei.</p><div id="gone">Away: ZTE.</div>
      <div id="parted"><b>Hua</b>wei parted.</div><div id="new"></div><script>
      const late = (id, inner, mode = 'closed') => document.querySelector(id).attachShadow({ mode }).innerHTML = inner
      setTimeout(() => {
        late('#gone', '<p>Nothing is slotted.</p>')
        late('#parted', '<slot></slot>', 'open')
        late('#new', '<p>At last ZTE, ZTE.</p>')
      }, 2000)</script>`)
    await untilWords(page, ['Huawei', 'Huawei', 'ZTE'])
    await untilWords(page, ['Huawei', 'ZTE', 'ZTE'])
  })
  test('behind more elements than can be asked at once, and with more changes than are told apart', async () => {
    const page = await open(`<main></main><x-late></x-late><script>
      const main = document.querySelector('main')
      for (let i = 0; i < 40000; i++) main.append(document.createElement('span'))
      main.append('Here is ZTE.')
      const root = document.querySelector('x-late').attachShadow({ mode: 'closed' })
      root.innerHTML = '<p>Here is Huawei.</p>'
      addEventListener('more', () => {
        for (let i = 0; i < 2000; i++) { root.append(document.createElement('p')); root.lastChild.append('Row') }
        root.lastChild.append(' on ZTE.')
      })
    </script>`)
    await untilWords(page, ['Huawei', 'ZTE'])
    await page.evaluate(() => {
      dispatchEvent(new Event('more'))
      document.querySelector('main')?.replaceChildren()
      scrollTo(0, document.body.scrollHeight)
    })
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => scrollTo(0, 0))
    await untilWords(page, ['Huawei'])
  })
  test('taken out of the page and put back later', async () => {
    const page = await open(`<p>Here is ZTE.</p><x-moved></x-moved><script>
      const moved = document.querySelector('x-moved')
      moved.attachShadow({ mode: 'closed' }).innerHTML = '<p>Here is Huawei.</p>'
      addEventListener('out', () => moved.remove())
      addEventListener('in', () => document.body.prepend(moved))
    </script>`)
    const send = (type: string) => page.evaluate((it) => void dispatchEvent(new Event(it)), type)
    await untilWords(page, ['Huawei', 'ZTE'])
    await send('out')
    await untilWords(page, ['ZTE'])
    await send('in')
    await untilWords(page, ['Huawei', 'ZTE'])
  })
})
