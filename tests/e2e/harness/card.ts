import type { Frame, Page } from 'puppeteer-core'
import { SETTLE_MS } from '../../../page/click-guard.ts'
import { until } from './until.ts'

export type Box = { x: number; y: number; width: number; height: number }

/** One element inside the card, in document order. */
export type CardElement = {
  tag: string
  classes: string[]
  role: string
  /** Its label, or else its text. */
  name: string
  text: string
  pressed: string
  box: Box
  focused: boolean
}

/** The card as it is shown now. */
export type Card = {
  text: string
  box: Box
  colour: string
  background: string
  /** For how long it has been open, in ms of the page's own clock. */
  age: number
  /** Nothing in it moves or fades any more. */
  still: boolean
  elements: CardElement[]
  /** Kinds of marks in the frame in which it stands, if in one. */
  marks?: number
}

/** A reader that has not answered for so long, in ms, does not. */
const PATIENCE_MS = 5000

type Answer = { card: Card | null; history: ('open' | 'closed')[] }

/** The card, or `undefined` while none is open. */
export async function readCard(page: Page | Frame): Promise<Card | undefined> {
  return (await askReader(page)).card ?? undefined
}

/** Every opening and closing of a card since the page was loaded, in order. */
export async function cardHistory(page: Page | Frame): Promise<Answer['history']> {
  return (await askReader(page)).history
}

/** Waits for a card whose text contains `text` and that has come to rest. */
export function untilCard(page: Page | Frame, text = ''): Promise<Card> {
  return until(`a card with “${text}”`, async () => {
    const card = await readCard(page)
    return card?.still && card.text.includes(text) ? card : undefined
  })
}

/** Waits until no card is open. */
export async function untilNoCard(page: Page | Frame): Promise<void> {
  await until('the card is gone', async () => (await readCard(page)) === undefined)
}

/** The quotes that the card shows, without the quotation marks around them. */
export function quotesOf(card: Card): string[] {
  return card.elements
    .filter((it) => it.tag === 'blockquote')
    .map((it) => it.text.replaceAll(/^[“"]|[”"]$/g, ''))
}

/**
 * Clicks a button of the open card with the real mouse, as soon as it is there: the first of its name
 * after the quote with some words.
 */
export async function clickInCard(page: Page, name: string, quote = ''): Promise<void> {
  const { box } = await until(`a button “${name}” in the card`, async () => {
    const card = await readCard(page)
    // A person looks first, and sooner a card takes no click.
    if (!card || card.age < 1.5 * SETTLE_MS) return undefined
    const from = quote === '' ? 0 : card.elements.findIndex(({ text }) => text.includes(quote))
    return card.elements.slice(from).find((it) => it.tag === 'button' && it.name.includes(name))
  })
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 })
  await page.mouse.down()
  await page.mouse.up()
}

/** The reader extension sits in the page's isolated world and answers as a string. */
async function askReader(page: Page | Frame): Promise<Answer> {
  const asking = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const hear = (event: Event) => resolve((event as CustomEvent<string>).detail)
        document.addEventListener('harness-answer', hear, { once: true })
        document.dispatchEvent(new CustomEvent('harness-ask'))
      }),
  )
  const answer = await inTime(asking)
  if (answer === undefined) throw new Error('the reader extension does not answer on this page')
  return JSON.parse(answer) as Answer
}

/** `undefined` where it takes too long. The page's own timers may be broken. */
async function inTime<Result>(work: Promise<Result>): Promise<Result | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS)
  })
  return Promise.race([work, end]).finally(() => clearTimeout(timer))
}
