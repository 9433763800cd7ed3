import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tally } from '../tally.ts'
import { bundleForPage, renderOnServer } from './harness/bundle-framework.ts'
import { driveFramework, type Course, type Step } from './harness/drive-framework.ts'
import { startPair, type Pair } from './harness/plain-pair.ts'
import { compareMentions } from './reference/compare-mentions.ts'

/** Lists that are hydrated from what their server wrote, where the framework can. */
const LISTS = [
  { name: 'react', isHydrated: true },
  { name: 'vue', isHydrated: true },
  { name: 'svelte', isHydrated: true },
  { name: 'lit', isHydrated: false },
]
const EDITORS = ['prosemirror', 'codemirror', 'quill']

const IN_LIST: Step[] = [
  { do: 'start' },
  { do: 'click', what: '#draft' },
  { do: 'type', text: 'ZTE, ' },
  { do: 'type', text: 'Huawei' },
  { do: 'click', what: '#rotate' },
  { do: 'click', what: '#grow' },
  { do: 'click', what: '#grow' },
  { do: 'click', what: '#rotate' },
  { do: 'click', what: '#drop' },
  { do: 'click', what: '#draft' },
  { do: 'press', keys: ['Backspace'] },
]

const IN_EDITOR: Step[] = [
  { do: 'start' },
  { do: 'click', what: '[contenteditable]' },
  { do: 'press', keys: ['End'] },
  { do: 'type', text: ' The FBI warned of ZTE.' },
  { do: 'press', keys: ['Enter'] },
  { do: 'type', text: 'Huawei' },
  { do: 'press', keys: ['Backspace'] },
  { do: 'press', keys: ['Control', 'z'] },
  { do: 'press', keys: ['Home'] },
  { do: 'type', text: 'ZTE ' },
  { do: 'press', keys: ['Shift', 'End'] },
  { do: 'type', text: 'Huawei' },
]

/** Each framework in two browsers, one with the extension and one without, driven alike. */
describe('a framework is not disturbed', () => {
  let pair: Pair
  let driven = 0
  let different = 0
  beforeAll(async () => {
    pair = await startPair()
    // What asks for mentions opens a tab of its own, once: not in the middle of a course.
    await pair.rig.badge(await pair.rig.open(`${pair.rig.site.origin}/report.html`))
  })
  afterAll(async () => {
    tally('frameworks driven', driven, different)
    process.stdout.write(`frameworks driven ${driven}, different ${different}\n`)
    await pair.close()
  })

  const isSame = async (name: string, html: string, steps: Step[]) => {
    driven += 1
    different += 1
    const { site, browser } = pair.rig
    site.put(`/made/${name}.js`, await bundleForPage(name), { 'content-type': 'text/javascript' })
    site.put(`/made/${name}`, pageWith(name, html))
    const address = `${site.origin}/made/${name}`

    const without = await driveFramework(
      await pair.plain.browser.newPage(),
      address,
      steps,
      async () => undefined,
    )
    const page = await browser.newPage()
    let marked = 0
    const withOurs = await driveFramework(page, address, steps, async () => {
      const { difference, mentions } = await compareMentions(pair.rig, page)
      expect(difference).toBeUndefined()
      marked += mentions
    })
    expect(withOurs).toEqual<Course>(without)
    expect(withOurs.said.join('\n')).not.toMatch(/hydrat|mismatch|did not match/i)
    // The page itself names both companies, so there is something at every step.
    expect(marked).toBeGreaterThan(2 * steps.length)
    different -= 1
  }

  test.each(LISTS)('$name: a list is hydrated and rendered anew', async ({ name, isHydrated }) => {
    const html = isHydrated ? await renderOnServer(name) : ''
    expect(html.includes('Huawei sold phones.')).toBe(isHydrated)
    await isSame(name, html, IN_LIST)
  })

  test.each(EDITORS)('%s: a text is written', (name) => isSame(name, '', IN_EDITOR))
})

function pageWith(name: string, html: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
    <link rel="icon" href="data:,"><style>.ProseMirror { white-space: pre-wrap }</style></head>
    <body><p>ZTE and Huawei stand outside.</p><div id="app">${html}</div><p id="preview"></p>
    <script src="/made/${name}.js"></script></body></html>`
}
