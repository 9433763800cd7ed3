import type { Page } from 'puppeteer-core'
import { readCard, type Card, type CardElement } from '../tests/e2e/harness/card.ts'
import { openPlaceBook, readMarks, type Mark } from '../tests/e2e/harness/marks.ts'
import { until } from '../tests/e2e/harness/until.ts'

/** One wording on the page, how often it is marked, and what its card says. */
export type Row = {
  kind: Mark['kind']
  text: string
  times: number
  /** `'none'`: the pointer rested there and no card opened; `undefined`: it was not tried. */
  card: Card | 'none' | undefined
}

/** Cards opened at most: a page with hundreds of wordings is sampled, its marks are all counted. */
const MOST_CARDS = 60

/** Scrolls through the page, collects every mark and opens a card for each wording. */
export async function reportPage(page: Page): Promise<Row[]> {
  const book = await openPlaceBook(page)
  const rows = new Map<string, Row & { places: Set<string> }>()
  for (let more = true; more; more = await scrollOn(page)) {
    await untilMarksRest(page)
    for (const mark of await readMarks(page, book)) {
      const key = `${mark.kind} ${mark.text}`
      const row = rows.get(key) ?? { ...mark, times: 0, card: undefined, places: new Set<string>() }
      rows.set(key, row)
      row.places.add(mark.place)
      if (!row.card && rows.size <= MOST_CARDS) row.card = await openCard(page, mark)
    }
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  return [...rows.values()].map((row) => ({ ...row, times: row.places.size }))
}

/** Waits until two readings of the marks are the same: a page that still changes keeps us here. */
export async function untilMarksRest(page: Page): Promise<void> {
  let last = ''
  let same = 0
  await until('the marks rest', async () => {
    const now = JSON.stringify(await readMarks(page).then((marks) => marks.map((it) => it.text)))
    same = now === last ? same + 1 : 0
    last = now
    return same >= 6
  })
}

/** Waits until nothing has changed in the page for a while; at most a few seconds. */
export function untilPageRests(page: Page): Promise<void> {
  return page.evaluate(
    (quiet, patience) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, quiet)
        setTimeout(resolve, patience)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, quiet)
        }).observe(document, { childList: true, subtree: true, characterData: true })
      }),
    1500,
    8000,
  )
}

/** The card for a mark that is on screen now; `undefined` where it is not. */
async function openCard(page: Page, { box }: Mark): Promise<Row['card']> {
  const height = await page.evaluate(() => innerHeight)
  if (box.y < 0 || box.y + box.height > height || box.width === 0) return undefined
  await page.mouse.move(2, 2)
  await until('the last card is gone', async () => (await readCard(page)) === undefined)
  const inside = { x: box.x + Math.min(box.width / 2, 30), y: box.y + box.height / 2 }
  await page.mouse.move(inside.x, inside.y, { steps: 10 })
  const card = await until('a card', () => readCard(page), 3000).catch(() => 'none' as const)
  await page.mouse.move(2, 2)
  return card
}

/** One screen further; false at the end of the page. */
function scrollOn(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const before = scrollY
    scrollBy({ top: innerHeight * 0.8, behavior: 'instant' })
    return scrollY > before
  })
}

/** The table that is printed: what is marked, how often, and what the card says about it. */
export function tableOf(rows: Row[]): string {
  if (rows.length === 0) return 'Nothing on this page is marked.'
  const head = ['KIND', 'MARKED', 'TIMES', 'CARD', 'FIRST QUOTE', 'SOURCE']
  const most = [7, 40, 5, 46, 52, 44]
  const lines = rows.map(({ kind, text, times, card }) =>
    [kind, text, String(times), ...cellsOf(card)].map((cell, column) =>
      shorten(cell.replaceAll(/\s+/g, ' '), most[column] ?? 0),
    ),
  )
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => width(line[column] ?? ''))),
  )
  const pad = (cell: string, column: number) =>
    cell + ' '.repeat((widths[column] ?? 0) - width(cell))
  return [head, ...lines].map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}

/** The last line of a citation is the outlet with its date. */
function cellsOf(card: Row['card']): string[] {
  if (card === undefined) return ['not opened', '', '']
  if (card === 'none') return ['no card opened', '', '']
  const textOf = (wanted: (element: CardElement) => boolean) =>
    card.elements.find(wanted)?.text ?? ''
  return [
    textOf((it) => it.tag === 'h2'),
    textOf((it) => it.tag === 'blockquote'),
    textOf((it) => it.classes.includes('cite'))
      .split('\n')
      .at(-1) ?? '',
  ]
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

/** Columns on a terminal: Chinese, Japanese and Korean characters take two. */
function width(text: string): number {
  return [...text].reduce(
    (sum, it) => sum + (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(it) ? 2 : 1),
    0,
  )
}
