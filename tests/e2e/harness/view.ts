import type { Page } from 'puppeteer-core'
import { until } from './until.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Roles that a test may look for, with the elements that have them. */
const ROLES = {
  button: 'button, [role="button"], summary',
  link: 'a[href], [role="link"]',
  tab: '[role="tab"]',
  searchbox: 'input[type="search"], [role="searchbox"]',
  switch: '[role="switch"], input[type="checkbox"]',
  heading: 'h1, h2, h3, h4, [role="heading"]',
  listitem: 'li, [role="listitem"]',
} as const
export type Role = keyof typeof ROLES

/** A page of the extension's own (digest, popup), wherever the browser shows it. */
export type View = {
  /** Runs `read` in the page. It may use `document`, its arguments, and nothing else. */
  evaluate<Args extends Json[], T>(read: (...args: Args) => T, ...args: Args): Promise<Awaited<T>>
  /** Everything that a reader sees there. */
  text(): Promise<string>
  /** Names of all visible elements of a role. */
  names(role: Role): Promise<string[]>
  /** Presses the first visible element of that role whose name contains `name`, once it is there. */
  click(role: Role, name: string): Promise<void>
  /** Points at the first visible element of that role whose name contains `name`. */
  point(role: Role, name: string): Promise<void>
  /** Replaces the content of the first search box or text field. */
  fill(text: string): Promise<void>
  /** Chooses the option whose words are `option` in the select called `label`. */
  choose(label: string, option: string): Promise<void>
  /** A picture of the whole view, or of the first element that `part` selects. */
  screenshot(file: string, part?: string): Promise<void>
  /** Runs a whole script there. Firefox's sidebar has no place for one: it refuses. */
  addScript(source: string): Promise<void>
  close(): Promise<void>
}

export type ViewParts = Pick<View, 'evaluate' | 'screenshot' | 'addScript' | 'close'>

/** Adds to a place where code can be run everything that tests ask of it. */
export function viewOf(parts: ViewParts): View {
  return {
    ...parts,
    text: () => parts.evaluate(() => document.body.innerText),
    names: (role) => parts.evaluate(namesOf, ROLES[role]),
    fill: (text) => parts.evaluate(fillFirst, text),
    choose: async (label, option) => {
      await until(`“${option}” in “${label}”`, () => parts.evaluate(chooseOption, label, option))
    },
    click: async (role, name) => {
      await untilFound(role, name, () => parts.evaluate(find, ROLES[role], name, 'press'))
    },
    point: async (role, name) => {
      await untilFound(role, name, () => parts.evaluate(find, ROLES[role], name, 'point'))
    },
  }
}

/**
 * A view on one of the extension's pages in a tab, or in Chromium's side panel. Clicks there are
 * the real mouse's.
 */
export function pageView(page: Page): View {
  return {
    ...viewOf({
      evaluate: (read, ...args) => page.evaluate(read as (...all: Json[]) => never, ...args),
      screenshot: async (file, part) => {
        const element = part === undefined ? undefined : await page.$(part)
        await (element ?? page).screenshot({ path: pngPath(file) })
      },
      addScript: async (source) => void (await page.evaluate(source)),
      close: () => page.close(),
    }),
    click: async (role, name) => {
      await until(`a click on the ${role} “${name}”`, async () => {
        const { x, y } = await untilStill(page, role, name)
        await page.evaluate(watchAim)
        await page.mouse.click(x, y)
        // A view that the click has closed answers no more.
        return page.evaluate(isStruck).catch(() => true)
      })
    },
    point: async (role, name) => {
      const { x, y } = await untilStill(page, role, name)
      await page.mouse.move(x, y)
    },
  }
}

type Aim = { aimed?: HTMLElement; struck?: boolean }

/** Watches whether the next click meets what was found last: what loads meanwhile may move it away. */
function watchAim(): void {
  const { aimed } = globalThis as unknown as Aim
  Object.assign(globalThis, { struck: false } satisfies Aim)
  const strike = ({ target }: Event) => {
    const label = (target as Element).closest('label')
    if (aimed?.contains(target as Node) || label?.control === aimed)
      Object.assign(globalThis, { struck: true } satisfies Aim)
  }
  document.addEventListener('click', strike, { capture: true, once: true })
}

/** Also where the view has put another element, or the browser another page, in its place. */
function isStruck(): boolean {
  const { aimed, struck } = globalThis as unknown as Aim
  return struck !== false || aimed?.isConnected === false
}

/** The element's place once it keeps it: where a view still draws itself, a click would miss. */
async function untilStill(page: Page, role: Role, name: string): Promise<Found> {
  let last: Found | undefined
  return untilFound(role, name, async () => {
    const now = await page.evaluate(find, ROLES[role], name, 'show')
    const stays = last?.others === null && last.x === now.x && last.y === now.y
    last = now
    return stays || now.others !== null ? now : { ...now, others: [`${name}, which moves`] }
  })
}

/** Views draw themselves when their data has come, so an element may be a moment away. */
async function untilFound(role: Role, name: string, look: () => Promise<Found>): Promise<Found> {
  let names: string[] = []
  try {
    return await until(`${role} “${name}”`, async () => {
      const found = await look()
      names = found.others ?? []
      return found.others === null && found
    })
  } catch (error) {
    throw new Error(`no ${role} “${name}”; there are: ${names.join(' | ')}`, { cause: error })
  }
}

function namesOf(selector: string): string[] {
  return [...document.querySelectorAll<HTMLElement>(selector)]
    .filter((it) => it.getClientRects().length > 0)
    .map((it) => (it.getAttribute('aria-label') ?? it.innerText).trim())
}

type Found = { others: string[] | null; x: number; y: number }

/**
 * The middle of the element, brought into view; or the names there are. `act`: `press` and `point` do
 * so, too.
 */
function find(selector: string, name: string, act: string): Found {
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
  const visible = all.filter((it) => it.getClientRects().length > 0)
  const names = visible.map((it) => (it.getAttribute('aria-label') ?? it.innerText).trim())
  const exact = names.indexOf(name)
  const index = exact >= 0 ? exact : names.findIndex((it) => it.includes(name))
  const found = visible[index]
  if (!found) return { others: names, x: 0, y: 0 }
  Object.assign(globalThis, { aimed: found })
  found.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  if (act === 'press') found.click()
  const view = document.defaultView
  if (act === 'point' && view) found.dispatchEvent(new view.MouseEvent('mouseenter'))
  const { x, y, width, height } = found.getBoundingClientRect()
  return { others: null, x: x + width / 2, y: y + height / 2 }
}

function fillFirst(text: string): void {
  const field = document.querySelector<HTMLInputElement>(
    '[type="search"], [type="text"], input:not([type])',
  )
  const view = document.defaultView
  if (!field || !view) throw new Error('no text field in this view')
  field.focus()
  field.value = text
  field.dispatchEvent(new view.Event('input', { bubbles: true }))
}

function chooseOption(label: string, option: string): boolean {
  const list = [...document.querySelectorAll('select')].find((it) => it.ariaLabel === label)
  const found = [...(list?.options ?? [])].find((it) => it.text === option)
  const view = document.defaultView
  if (!list || !found || !view) return false
  list.value = found.value
  list.dispatchEvent(new view.Event('change', { bubbles: true }))
  return true
}

/** Puppeteer wants a picture's kind in its name; tells the type checker that it is there. */
export function pngPath(file: string): `${string}.png` {
  return `${file.replace(/\.png$/, '')}.png`
}
