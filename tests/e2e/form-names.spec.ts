import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { tally } from '../tally.ts'
import { untilCard, untilNoCard } from './harness/card.ts'
import { untilSaid } from './harness/digest-said.ts'
import { untilWords } from './harness/mark-words.ts'
import { registryNames } from './harness/marks.ts'
import { leave } from './harness/pointer.ts'
import { pressShortcut } from './harness/press-shortcut.ts'
import { until } from './harness/until.ts'
import { expectAtWork, WORST_BODY, WORST_WORDS, worstPages } from './harness/worst-page.ts'

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

/** All that any form can be asked. */
function namesOfForms(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names: string[] = []
    for (const name in document.createElement('form')) names.push(name)
    return names
  })
}

function addToMain(page: Page, markup: string): Promise<void> {
  return page.evaluate(
    (it) => document.querySelector('main')?.insertAdjacentHTML('beforeend', it),
    markup,
  )
}

describe('inputs that are called as what a form can be asked', () => {
  const pages = worstPages()
  const { open } = pages

  test.each(Object.entries(CLOBBERED))('%s are taken by elements', async (_, markup) => {
    const { page, logged } = await open(WORST_BODY + markup)
    const more = markup
      .split('Huawei')
      .slice(1)
      .map(() => 'Huawei')
    await untilWords(page, [...more, ...WORST_WORDS])
    expect(logged).toEqual([])
    tally('hostile pages', 1)
  })

  /** One form for each name that any form has, around the same content; answers how many. */
  const addForms = async (page: Page, content: string) => {
    const names = await namesOfForms(page)
    await addToMain(page, names.map((name) => form([name], content)).join(''))
    return names.length
  }
  const TINY = '<style>main { font: 1px/1px serif }</style>'

  test('forms of any such name come, change and go', async () => {
    const { page, logged } = await open(`${WORST_BODY}<main></main>`, TINY)
    await untilWords(page, WORST_WORDS)
    const count = await addForms(page, '<p class="in">Huawei</p>')
    await page.evaluate(() => {
      for (const form of document.querySelectorAll('main form'))
        Element.prototype.setAttribute.call(form, 'class', 'changed')
    })
    const marked = Array.from({ length: count }, () => 'Huawei')
    await untilWords(page, [...marked, ...WORST_WORDS])
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('.in')) paragraph.textContent = 'ZTE'
    })
    await untilWords(page, [...WORST_WORDS, ...marked.map(() => 'ZTE')])
    await page.evaluate(() => document.querySelector('main')?.replaceChildren())
    await expectAtWork(page)
    expect(count).toBeGreaterThan(300)
    expect(logged).toEqual([])
  })

  test('what stands in hidden forms is marked when it shows', async () => {
    const rules = 'main:not(.shown) form { display: none }'
    const { page, logged } = await open(
      `${WORST_BODY}<main></main>`,
      `${TINY}<style>${rules}</style>`,
    )
    const count = await addForms(page, '<p>Huawei</p>')
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>More on ZTE.</p>'))
    await untilWords(page, [...WORST_WORDS, 'ZTE'])
    await page.evaluate(() => document.querySelector('main')?.setAttribute('class', 'shown'))
    const marked = Array.from({ length: count }, () => 'Huawei')
    await untilWords(page, [...marked, ...WORST_WORDS, 'ZTE'])
    expect(logged).toEqual([])
  })

  test.each(['block', 'contents'])(
    'what a form itself holds is marked, and goes with it (display: %s)',
    async (display) => {
      const { page, logged } = await open(
        `${WORST_BODY}<main></main>`,
        `${TINY}<style>form { display: ${display} }</style>`,
      )
      const count = await addForms(page, 'Huawei and <b>more</b>')
      // One whose kind of node nobody can tell is taken for no element.
      const marked = Array.from(
        { length: pages.rig.name === 'chromium' ? count - 1 : count },
        () => 'Huawei',
      )
      await untilWords(page, [...marked, ...WORST_WORDS])
      await page.evaluate(() => document.querySelector('main')?.replaceChildren())
      await expectAtWork(page)
      expect(logged).toEqual([])
    },
  )

  test('a page that named nobody is followed past forms of any such name', async () => {
    const { page, logged } = await open('<p id="it">Nothing yet.</p><main></main>')
    await addForms(page, '<p>Nothing here.</p>')
    await page.evaluate(() => {
      for (const form of document.querySelectorAll('main form'))
        Element.prototype.append.call(form, 'Nothing more.')
    })
    await page.evaluate((words) => {
      const first = document.querySelector('#it')
      if (first) first.textContent = words
    }, 'The Pentagon banned phones by ZTE.')
    await expectAtWork(page)
    expect(logged).toEqual([])
  })

  test('a form of all such names has its card, its step and its places in the digest', async () => {
    const { page, logged } = await open('<p>Life went on.</p><main></main>')
    const names = await namesOfForms(page)
    const words = 'Huawei told the papers: “We have never sold any of it to anybody there.”'
    const told = names.filter((name) => name !== 'nodeType')
    await addToMain(page, form(told, words))
    await untilWords(page, ['Huawei'])
    await page.mouse.move(30, 60, { steps: 12 })
    await untilCard(page, 'Huawei')
    await leave(page)
    await untilNoCard(page)
    await pressShortcut(pages.rig, page, 'next-mention')
    await until('the step', async () =>
      (await registryNames(page)).includes('source-context-current'),
    )
    const digest = await pages.rig.openDigest(page)
    await digest.click('button', 'Huawei')
    await until('the light', async () =>
      (await registryNames(page)).includes('source-context-flash'),
    )
    await untilSaid(digest, 'never sold any of it')
    expect(logged).toEqual([])
    await digest.close()
  })
})
