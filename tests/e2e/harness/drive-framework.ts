import type { KeyInput, Page } from 'puppeteer-core'
import { listenToAll, readFacts } from './page-facts.ts'
import { until } from './until.ts'

/** One thing that a person does, or what the page does by itself (`start`). */
export type Step =
  | { do: 'start' }
  | { do: 'click'; what: string }
  | { do: 'type'; text: string }
  | { do: 'press'; keys: KeyInput[] }

/** What became of the page: after each step and at the end. */
export type Course = { steps: string[][]; said: string[]; facts: Record<string, string[]> }

const TIME_STAMP: string = 'timeStamp'

/**
 * Opens a page and takes the steps in it, one when the one before has ended. `settled` runs before the
 * first and after every one.
 */
export async function driveFramework(
  page: Page,
  address: string,
  steps: Step[],
  settled: () => Promise<void>,
): Promise<Course> {
  const said: string[] = []
  // React notes the course of time for the profiler in some calls, as many as it took.
  page.on('console', (it) => it.type() !== TIME_STAMP && said.push(`${it.type()} ${it.text()}`))
  page.on('pageerror', (it) => said.push(`pageerror ${String(it)}`))
  await page.evaluateOnNewDocument(listenToAll)
  await page.evaluateOnNewDocument(numberChances)
  await page.goto(address)
  await page.bringToFront()
  await settled()
  const seen: string[][] = []
  for (const step of steps) {
    await take(page, step)
    await settled()
    seen.push(await page.evaluate(readMarkup))
  }
  const { keys: _, changes, ...facts } = await page.evaluate(readFacts)
  // How many of a kind depends on how many frames a step took: editors measure in each.
  return { steps: seen, said, facts: { ...facts, changes: [...new Set(changes)].toSorted() } }
}

function readMarkup(): string[] {
  const roots = [...document.querySelectorAll('*')].flatMap((it) => it.shadowRoot ?? [])
  return [document.documentElement.outerHTML, ...roots.map((it) => it.innerHTML)]
}

/** Frameworks mark their own with random names: here the same ones in every visit. */
function numberChances(): void {
  let at = 0
  Math.random = () => {
    at = (at * 16_807 + 12_345) % 2_147_483_647
    return at / 2_147_483_647
  }
}

async function take(page: Page, step: Step): Promise<void> {
  if (step.do === 'type') await page.keyboard.type(step.text)
  if (step.do === 'press') await press(page, step.keys)
  if (step.do === 'click') await click(page, step.what)
  if (step.do === 'start') await start(page)
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))),
  )
}

async function start(page: Page): Promise<void> {
  await page.evaluate(() => void (globalThis as unknown as { start(): void }).start())
  await until('the framework has started', () => page.evaluate(() => 'isReady' in globalThis))
}

/** All but the last are held. */
async function press(page: Page, keys: KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key)
  for (const key of keys.toReversed()) await page.keyboard.up(key)
}

/** Pierces open shadow trees. */
async function click(page: Page, selector: string): Promise<void> {
  const element = await page.$(`pierce/${selector}`)
  if (!element) throw new Error(`no ${selector}`)
  await element.click()
}
