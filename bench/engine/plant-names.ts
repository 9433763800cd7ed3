import type { Page } from 'puppeteer-core'
import { seedOf } from './seeded-random.ts'

/** What is planted, with blanks around it. */
const PLANTED = [
  'Huawei',
  'ZTE',
  'Huawei Technologies Co., Ltd.',
  'ZTE Corporation',
  'The Pentagon banned ZTE.',
  'The Commerce Department fined ZTE, and Huawei objected.',
]

/** One for so many characters of text, and no more than so many. */
const EVERY = 4000
const MOST = 60

/**
 * Puts names at seeded places into a page's visible text, the same for the same page, and answers
 * how many. `most` limits them.
 */
export function plantNames(page: Page, name: string, most = MOST): Promise<number> {
  return page.evaluate(plant, seedOf(name), PLANTED, EVERY, most)
}

function plant(seed: number, planted: string[], every: number, most: number): number {
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  let length = 0
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const parent = node.parentElement
    if (node.length < 20 || !parent || parent.closest('script,style,noscript,pre,code,svg'))
      continue
    nodes.push(node)
    length += node.length
  }
  const count = Math.min(most, nodes.length, 2 + Math.floor(length / every))
  for (let i = 0; i < count; i++) {
    const node = nodes[Math.floor(random() * nodes.length)]
    if (!node) continue
    const blank = node.data.indexOf(' ', Math.floor(random() * node.length))
    const at = blank < 0 ? node.length : blank
    node.insertData(at, ` ${planted[Math.floor(random() * planted.length)] ?? ''} `)
  }
  return count
}
