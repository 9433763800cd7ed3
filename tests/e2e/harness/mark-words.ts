import type { Page } from 'puppeteer-core'
import { untilEqual } from './until.ts'

/**
 * The words that are marked now, of all kinds, in alphabetical order: unlike `readMarks` it also
 * works where marks stand in several trees, which have no common order.
 */
export function markWords(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  return page.evaluate(() => {
    const textOf = (part: AbstractRange) => {
      const range = document.createRange()
      range.setStart(part.startContainer, part.startOffset)
      range.setEnd(part.endContainer, part.endOffset)
      return range.toString().replaceAll(/\s+/g, ' ')
    }
    return [...CSS.highlights]
      .filter(([name]) => /^source-context-(huawei|zte|action)$/.test(name))
      .flatMap(([, parts]) => [...parts].map(textOf))
      .toSorted()
  })
}

/** Waits until exactly these words are marked, in alphabetical order. */
export async function untilWords(page: Pick<Page, 'evaluate'>, words: string[]): Promise<void> {
  await untilEqual('marked words', () => markWords(page), words)
}
