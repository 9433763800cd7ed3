import type { Page } from 'puppeteer-core'
import type { Box } from './card.ts'

/**
 * The box of the `nth` place (from 0) where `text` stands in the page, brought into view. The text
 * may run over several nodes. Throws where it does not stand.
 */
export async function boxOfText(page: Page, text: string, nth = 0): Promise<Box> {
  const box = await page.evaluate(findText, text, nth)
  if (!box) throw new Error(`“${text}” (${nth}) does not stand in the page`)
  return box
}

/** Moves the pointer onto a text as a hand does, in small steps, and lets it rest there. */
export async function hover(page: Page, text: string, nth = 0): Promise<Box> {
  const box = await boxOfText(page, text, nth)
  await page.mouse.move(box.x + Math.min(box.width / 2, 40), box.y + box.height / 2, { steps: 12 })
  return box
}

/** Moves the pointer to a corner where no text stands. */
export async function leave(page: Page): Promise<void> {
  await page.mouse.move(2, 2, { steps: 4 })
}

function findText(text: string, nth: number): Box | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; start: number }[] = []
  let whole = ''
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    nodes.push({ node, start: whole.length })
    whole += node.data
  }
  let at = -1
  for (let found = 0; found <= nth; found += 1) at = whole.indexOf(text, at + 1)
  if (at < 0) return null
  const place = (offset: number) => {
    const { node, start } = nodes.findLast((it) => it.start <= offset) ?? {
      node: document,
      start: 0,
    }
    return [node, offset - start] as const
  }
  const range = document.createRange()
  range.setStart(...place(at))
  const [node, offset] = place(at + text.length - 1)
  range.setEnd(node, offset + 1)
  const start = range.startContainer.parentElement
  const { top, bottom } = range.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight)
    start?.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { x, y, width, height } = range.getClientRects()[0] ?? range.getBoundingClientRect()
  return { x, y, width, height }
}
