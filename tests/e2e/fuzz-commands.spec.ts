import fc from 'fast-check'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { SEED, sized } from '../fuzz/fuzz-size.ts'
import { tally } from '../tally.ts'
import { killBackground } from './harness/kill-background.ts'
import { markWords } from './harness/mark-words.ts'
import { callBackground } from './harness/own-api.ts'
import { tabOf } from './harness/own-pages.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import { pageView, type View } from './harness/view.ts'

const SHORT = 40
const LONG = 600

/** What must hold, in a few words. */
type Model = {
  off: boolean
  paused: boolean
  /** The page's words, in alphabetical order. */
  words: string[]
  page: 'one' | 'two' | 'none'
  watched: boolean
}
const WORDS: Record<Model['page'], string[]> = {
  one: ['Huawei', 'ZTE'],
  two: ['Pentagon banned', 'ZTE'],
  none: [],
}
const PAGES: Record<Model['page'], string> = {
  one: '<p>Here is ZTE.</p><p>Here is Huawei.</p>',
  two: '<p>The Pentagon banned phones by ZTE.</p>',
  none: '<p>Nothing here.</p>',
}
const isOff = ({ off, paused }: Model) => off || paused

const step = fc.constantFrom(
  'switch',
  'switch',
  'pause',
  'pause',
  'one',
  'two',
  'none',
  'reload',
  'back',
  'grow',
  'watch',
  'kill',
)

/** Switches, pauses, ways to other pages and the digest in any order: page, badge and digest agree. */
describe('commands in any order', () => {
  let rig: Rig
  let runs = 0
  beforeAll(async () => {
    rig = await startRig()
    for (const [name, body] of Object.entries(PAGES))
      rig.site.put(
        `/${name}`,
        `<!doctype html><meta charset="utf-8"><title>${name}</title><body>${body}`,
      )
  })
  afterAll(() => rig.close())

  const wanted = sized(process.env['E2E_BROWSER'] === 'firefox' ? SHORT / 2 : SHORT, LONG)
  test(`${wanted} of them`, { timeout: wanted * 5000 + 120_000 }, async () => {
    let done = 0
    const total = () => done
    const run = async (steps: string[]) => {
      runs += 1
      const site = `run-${runs}.test`
      const page = await rig.open(`http://${site}/one`)
      const tab = await idOf(rig, page)
      const history: Model['page'][] = ['one']
      const model: Model = {
        off: false,
        paused: false,
        words: WORDS.one,
        page: 'one',
        watched: false,
      }
      let digest: View | undefined
      try {
        await expectAgreement(rig, page, model, digest)
        for (const name of steps) {
          digest = await act(name, { page, site, tab, model, history, digest })
          done += 1
          await expectAgreement(rig, page, model, digest)
        }
      } finally {
        await callBackground(rig, page, 'setPause', { choice: 'none', tabId: tab }).catch(
          () => undefined,
        )
        await digest?.close()
        await page.close()
      }
    }
    try {
      for (let batch = 0; total() < wanted; batch += 1)
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12, size: 'max' }), run),
          { seed: SEED + batch, numRuns: 2 },
        )
      tally('random commands', done)
    } catch (error) {
      tally('random commands', done, 1)
      throw error
    }
  })

  type Stage = {
    page: Page
    site: string
    tab: number
    model: Model
    history: Model['page'][]
    digest: View | undefined
  }
  const go = (model: Model, to: Model['page']) =>
    Object.assign(model, { page: to, words: WORDS[to] })

  /** Does one thing to the browser, and says to the model what it means. */
  async function act(name: string, stage: Stage): Promise<View | undefined> {
    const { page, site, tab, model, history, digest } = stage
    if (name === 'switch') {
      // Who switches a site on ends the pause that is in its way.
      const off = !isOff(model)
      await callBackground(rig, page, 'switchSite', { site: `*.${site}`, off, tabId: tab })
      Object.assign(model, off ? { off } : { off, paused: false })
    } else if (name === 'pause') {
      model.paused = !model.paused
      const choice = model.paused ? 'tab' : 'none'
      await callBackground(rig, page, 'setPause', { choice, tabId: tab })
    } else if (name === 'one' || name === 'two' || name === 'none') {
      await load(page, `/${name}`)
      if (history.at(-1) !== name) history.push(name)
      go(model, name)
    } else if (name === 'reload') {
      await load(page)
      go(model, model.page)
    } else if (name === 'back' && history.length > 1) {
      const last = history.pop()
      const to = history.at(-1) ?? 'one'
      await page.evaluate(() => void setTimeout(() => window.history.back()))
      await until('the page before', () =>
        page.evaluate((path) => location.pathname === path, `/${to}`),
      )
      // One that was kept for the way back still has what was added to it.
      const grown = await page.evaluate(() => document.querySelectorAll('.more').length)
      model.page = to
      model.words = [...WORDS[to], ...Array.from({ length: grown }, () => 'Huawei')].toSorted()
      if (last === undefined) history.push('one')
    } else if (name === 'grow') {
      await page.evaluate(() => {
        document.body.insertAdjacentHTML('beforeend', '<p class="more">More on Huawei.</p>')
      })
      model.words = [...model.words, 'Huawei'].toSorted()
    } else if (name === 'watch') {
      model.watched = !model.watched
      if (digest) await digest.close()
      else {
        const opened = pageView(await rig.openDigestTab(page))
        await page.bringToFront()
        return opened
      }
      return undefined
    } else if (name === 'kill') await killBackground(rig)
    await page.bringToFront()
    return digest
  }
})

/** Marks are there just when they should be, the badge says so, and so does the digest. */
async function expectAgreement(
  rig: Rig,
  page: Page,
  model: Model,
  digest: View | undefined,
): Promise<void> {
  await page.bringToFront()
  const off = isOff(model)
  await untilEqual('marked words', () => markWords(page), off ? [] : model.words)
  const badge = off ? 'off' : model.words.length > 0 ? `${model.words.length}` : ''
  await untilEqual('badge', () => rig.badge(page), badge)
  if (!digest) return
  await until(`the digest agrees with ${JSON.stringify(model)}`, async () => {
    const text = await digest.text()
    if (off) return /off on|paused/i.test(text)
    if (model.words.length === 0) return /no mention|nothing/i.test(text)
    const names = ['ZTE', 'Huawei', 'Pentagon']
    const isNamed = (name: string) => model.words.some((word) => word.includes(name))
    return (
      text.includes(`/${model.page}`) || names.filter(isNamed).every((name) => text.includes(name))
    )
  })
}

/**
 * Loads a page of the same site, or the same page anew. By itself: Firefox's driver waits in vain for
 * what is loaded after a page that came back from memory.
 */
async function load(page: Page, path?: string): Promise<void> {
  await page.evaluate((to) => {
    document.documentElement.dataset['old'] = ''
    setTimeout(() => (to === null ? location.reload() : location.assign(to)))
  }, path ?? null)
  await until('the next page', () =>
    page.evaluate(
      (to) =>
        document.readyState === 'complete' &&
        !('old' in document.documentElement.dataset) &&
        (to === null || location.pathname === to),
      path ?? null,
    ),
  )
}

async function idOf(rig: Rig, page: Page): Promise<number> {
  await rig.badge(page)
  return tabOf(await rig.findOwnPage('/manifest.json'), page)
}
