import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sized } from '../fuzz/fuzz-size.ts'
import { tally } from '../tally.ts'
import { untilCard, untilNoCard } from './harness/card.ts'
import { untilWords } from './harness/mark-words.ts'
import { leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'

/** Runs before any other script of the page; what it breaks stays broken. */
const OVERRIDES: Record<string, string> = {
  'overrides Node, Map, setTimeout and requestIdleCallback': `
    for (const name of ['Node', 'Map', 'Set', 'WeakMap', 'setTimeout', 'clearTimeout', 'requestIdleCallback',
      'requestAnimationFrame', 'MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'StaticRange',
      'Highlight', 'AbortController', 'queueMicrotask', 'getComputedStyle', 'fetch'])
      globalThis[name] = function () { throw new Error('no ' + name) }`,
  'replaces what nodes can do': `
    const no = () => { throw new Error('not here') }
    for (const [type, names] of [[Element, ['closest', 'matches', 'getAttribute', 'attachShadow', 'append', 'remove']],
      [Node, ['contains', 'getRootNode', 'appendChild']]])
      for (const name of names) type.prototype[name] = no
    for (const name of ['createTreeWalker', 'createElement', 'querySelector', 'caretPositionFromPoint']) document[name] = no
    for (const [type, name] of [[Node, 'parentNode'], [Node, 'firstChild'], [Node, 'nodeType'], [CharacterData, 'data'], [Node, 'isConnected']])
      Object.defineProperty(type.prototype, name, { get: no })`,
  'freezes prototypes': `
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      const it = globalThis[name]
      if (typeof it === 'function' && it.prototype) try { Object.freeze(it.prototype); Object.freeze(it) } catch {}
    }
    for (const it of [CSS, CSS.highlights, document]) try { Object.freeze(it) } catch {}`,
  'poisons what all objects inherit': `
    for (const name of ['then', 'get', 'set', 'type', 'to', 'method', 'kind', 'signal', 'once', 'deep', 'off', 'id'])
      Object.defineProperty(Object.prototype, name, { configurable: true, get() { return undefined }, set() {} })`,
  'lies about the registry of highlights': `
    HighlightRegistry.prototype.set = () => { throw new Error('full') }
    HighlightRegistry.prototype.delete = () => { throw new Error('locked') }`,
}

/** Elements whose names stand in the way of what documents and forms have. */
const CLOBBERED: Record<string, string> = {
  'names of the document’s own': [
    'body',
    'head',
    'documentElement',
    'createTreeWalker',
    'createElement',
    'querySelector',
    'designMode',
    'hidden',
    'readyState',
    'addEventListener',
    'evaluate',
    'contains',
    'caretPositionFromPoint',
    'activeElement',
    'title',
    'defaultView',
    'fonts',
  ]
    .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
    .join(''),
  'names of the form’s own that real forms use': form(
    [
      'id',
      'name',
      'title',
      'action',
      'method',
      'style',
      'hidden',
      'children',
      'attributes',
      'contains',
      'matches',
      'closest',
      'open',
      'slot',
      'lang',
      'dir',
      'className',
      'textContent',
      'innerText',
      'remove',
      'submit',
      'length',
      'elements',
      'shadowRoot',
    ],
    '<p>In a form: Huawei.</p><b>Bold: Huawei.</b>',
  ),
  // Text that such a form itself holds may be left alone; its paragraphs are not, and nothing breaks.
  'all names that a walk over nodes needs': form(
    [
      'nodeType',
      'nodeName',
      'localName',
      'parentNode',
      'parentElement',
      'firstChild',
      'lastChild',
      'nextSibling',
      'previousSibling',
      'isConnected',
      'getAttribute',
      'getRootNode',
      'childNodes',
      'ownerDocument',
      'firstElementChild',
      'attachShadow',
      'querySelector',
      'querySelectorAll',
      'checkVisibility',
      'getBoundingClientRect',
      'assignedSlot',
    ],
    '<p>In a form: Huawei.</p>',
  ),
}

function form(names: string[], inside: string): string {
  return `<form>${names.map((name) => `<input type="hidden" name="${name}">`).join('')}${inside}</form>`
}

describe('a page that does its worst', () => {
  let rig: Rig
  let made = 0
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/favicon.ico', '')
  })
  afterAll(() => rig.close())

  const open = async (body: string, head = '') => {
    const path = `/faults-${(made += 1)}`
    rig.site.put(
      path,
      `<!doctype html><title>Worst</title><meta charset="utf-8">${head}<body>${body}`,
    )
    const page = await rig.browser.newPage()
    const logged: string[] = []
    page.on('console', (message) => logged.push(message.text()))
    page.on('pageerror', (error) => logged.push(String(error)))
    await page.goto(rig.site.origin + path)
    await page.bringToFront()
    return { page, logged }
  }
  const BODY = '<p id="it">The Pentagon banned phones by ZTE.</p><p>Life went on.</p>'
  /** Marks, a card, and a change that is followed. */
  const expectAtWork = async (page: Page, more: string[] = []) => {
    await untilWords(page, [...more, 'Pentagon banned', 'ZTE'].toSorted())
    // By its place: what finds words in a page is what some of these pages break.
    await page.mouse.move(80, 26, { steps: 12 })
    await untilCard(page, 'Pentagon')
    await leave(page)
    await untilNoCard(page)
  }

  test.each(Object.entries(OVERRIDES))(
    '%s: marks, cards and changes as ever',
    async (_, script) => {
      // What the test itself needs of the page is kept from before; the change is the parser's.
      const { page, logged } = await open(
        `${BODY}<div id="place"></div>`,
        `<script>{ const replace = Element.prototype.replaceChildren, text = document.createTextNode.bind(document)
        globalThis.change = () => replace.call(place, text('And Huawei.')) }</script><script>${script}</script>`,
      )
      await expectAtWork(page)
      await page.evaluate('change()')
      await untilWords(page, ['Huawei', 'Pentagon banned', 'ZTE'])
      expect(logged).toEqual([])
      tally('hostile pages', 1)
    },
  )

  test.each(Object.entries(CLOBBERED))('%s are taken by elements', async (_, markup) => {
    const { page, logged } = await open(BODY + markup)
    const more = markup
      .split('Huawei')
      .slice(1)
      .map(() => 'Huawei')
    await untilWords(page, [...more, 'Pentagon banned', 'ZTE'])
    expect(logged).toEqual([])
    tally('hostile pages', 1)
  })

  test('forms come, change and go whose inputs are called as anything that forms have', async () => {
    const { page, logged } = await open(`${BODY}<main></main>`)
    await untilWords(page, ['Pentagon banned', 'ZTE'])
    const count = await page.evaluate(() => {
      const names: string[] = []
      for (const name in document.createElement('form')) names.push(name)
      const main = document.querySelector('main')
      for (const name of names)
        main?.insertAdjacentHTML(
          'beforeend',
          `<form><input type="hidden" name="${name}"><p class="in">Huawei</p></form>`,
        )
      return names.length
    })
    await page.evaluate(() => {
      for (const form of document.querySelectorAll('main form'))
        Element.prototype.setAttribute.call(form, 'class', 'changed')
    })
    const marked = Array.from({ length: count }, () => 'Huawei')
    await page.evaluate(() =>
      document.querySelector('main')?.setAttribute('style', 'font: 1px/1px serif'),
    )
    await untilWords(page, [...marked, 'Pentagon banned', 'ZTE'])
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('.in')) paragraph.textContent = 'ZTE'
    })
    await untilWords(page, ['Pentagon banned', 'ZTE', ...marked.map(() => 'ZTE')])
    await page.evaluate(() => document.querySelector('main')?.replaceChildren())
    await expectAtWork(page)
    expect(count).toBeGreaterThan(300)
    expect(logged).toEqual([])
  })

  test('a page that throws away its document is read anew, and so is the next', async () => {
    const { page, logged } = await open(BODY)
    await untilWords(page, ['Pentagon banned', 'ZTE'])
    await page.evaluate(() => {
      const root = document.createElement('html')
      root.innerHTML = '<body><p>A new one: Huawei.</p>'
      document.replaceChild(root, document.documentElement)
    })
    await untilWords(page, ['Huawei'])
    await page.evaluate(() => document.documentElement.remove())
    await untilWords(page, [])
    await page.evaluate(() => {
      const root = document.createElement('html')
      root.innerHTML = '<body><p id="it">The Pentagon banned phones by ZTE.</p>'
      document.append(root)
    })
    await expectAtWork(page)
    await page.evaluate(() => document.documentElement.replaceChildren())
    await untilWords(page, [])
    expect(logged).toEqual([])
  })

  const seconds = sized(3, 60)
  test(
    `a flood of changes for ${seconds} s ends in the right marks`,
    { timeout: (seconds + 60) * 1000 },
    async () => {
      const { page, logged } = await open(`${BODY}<main></main>`)
      await untilWords(page, ['Pentagon banned', 'ZTE'])
      const changes = await page.evaluate(async (ms) => {
        const main = document.querySelector('main')
        const end = performance.now() + ms
        let count = 0
        while (performance.now() < end) {
          for (let at = 0; at < 400; at += 1, count += 1) {
            const row = document.createElement('p')
            row.textContent = `Row ${count} on ${count % 2 ? 'ZTE' : 'Huawei'}`
            main?.append(row)
            if (main && main.childNodes.length > 200) main.firstChild?.remove()
          }
          // Lets everybody else have a turn, ours too.
          await new Promise((resolve) => setTimeout(resolve))
        }
        main?.replaceChildren(
          Object.assign(document.createElement('p'), { textContent: 'Calm: Huawei.' }),
        )
        return count
      }, seconds * 1000)
      await expectAtWork(page, ['Huawei'])
      expect(logged).toEqual([])
      tally('changes in a flood', changes)
    },
  )
})
