import { describe, expect, test } from 'vitest'
import { sized } from '../fuzz/fuzz-size.ts'
import { tally } from '../tally.ts'
import { untilWords } from './harness/mark-words.ts'
import { expectAtWork, WORST_BODY, WORST_WORDS, worstPages } from './harness/worst-page.ts'

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

describe('a page that does its worst', () => {
  const { open } = worstPages()

  test.each(Object.entries(OVERRIDES))(
    '%s: marks, cards and changes as ever',
    async (_, script) => {
      // What the test itself needs of the page is kept from before; the change is the parser's.
      const { page, logged } = await open(
        `${WORST_BODY}<div id="place"></div>`,
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

  test('a page that throws away its document is read anew, and so is the next', async () => {
    const { page, logged } = await open(WORST_BODY)
    await untilWords(page, WORST_WORDS)
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
      const { page, logged } = await open(`${WORST_BODY}<main></main>`)
      await untilWords(page, WORST_WORDS)
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
