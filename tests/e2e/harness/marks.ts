import type { JSHandle, Page } from 'puppeteer-core'
import { untilEqual } from './until.ts'

/** A mark as the browser paints it; `box` in CSS px of the viewport, the first line's. */
export type Mark = {
  kind: 'huawei' | 'zte' | 'action'
  text: string
  box: { x: number; y: number; width: number; height: number }
  /** The same for the same place in the page, however it moves; numbers are those of `PlaceBook`. */
  place: string
}

/** Gives every text node of a page a number, so that places can be told apart between readings. */
export type PlaceBook = JSHandle<{ numbers: WeakMap<Node, number>; next: number }>

export function openPlaceBook(page: Page): Promise<PlaceBook> {
  return page.evaluateHandle(() => ({ numbers: new WeakMap<Node, number>(), next: 0 }))
}

/**
 * The marks that are registered now, in reading order. Only those near the viewport are, so a long
 * page has to be scrolled for the rest. White space inside is folded as the reader sees it.
 */
export async function readMarks(page: Page, book?: PlaceBook): Promise<Mark[]> {
  const places = book ?? (await openPlaceBook(page))
  return page.evaluate((seen) => {
    const numberOf = (node: Node) => {
      const number = seen.numbers.get(node) ?? (seen.next += 1)
      seen.numbers.set(node, number)
      return number
    }
    const live = (part: AbstractRange) => {
      const range = document.createRange()
      range.setStart(part.startContainer, part.startOffset)
      range.setEnd(part.endContainer, part.endOffset)
      return range
    }
    return [...CSS.highlights]
      .filter(([name]) => /^source-context-(huawei|zte|action)$/.test(name))
      .flatMap(([name, ranges]) => [...ranges].map((part) => ({ name, range: live(part) })))
      .toSorted((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
      .map(({ name, range }) => {
        const { x, y, width, height } = range.getClientRects()[0] ?? range.getBoundingClientRect()
        return {
          kind: name.slice('source-context-'.length) as 'huawei',
          text: range.toString().replaceAll(/\s+/g, ' '),
          box: { x, y, width, height },
          place: `${numberOf(range.startContainer)}:${range.startOffset}`,
        }
      })
  }, places)
}

/** The texts of one kind of mark, in reading order. */
export async function markTexts(page: Page, kind: Mark['kind']): Promise<string[]> {
  return (await readMarks(page)).filter((it) => it.kind === kind).map((it) => it.text)
}

/** Waits until the marks of one kind are exactly these, in reading order. */
export async function untilMarks(page: Page, kind: Mark['kind'], texts: string[]): Promise<void> {
  await untilEqual(`${kind} marks`, () => markTexts(page, kind), texts)
}

/** Names in the page's highlight registry, ours and the page's own. */
export function registryNames(page: Page): Promise<string[]> {
  return page.evaluate(() => [...CSS.highlights.keys()])
}
