import type { Page } from 'puppeteer-core'
import { pickOne, seedOf, seededRandom } from '../../../bench/engine/seeded-random.ts'

/**
 * What is planted into the text of a page, as it would be written in markup: names that are to be
 * found, in every shape that a name comes in, and texts that only look like one.
 */
const PLANTED = [
  // Plain, long, and in other scripts.
  ' Huawei ',
  ' ZTE ',
  ' HUAWEI ',
  ' Huawei Technologies Co., Ltd. ',
  ' ZTE Corporation ',
  ' Huawei’s ',
  ' (ZTE) ',
  ' “Huawei,” ',
  ' non-Huawei ',
  '华为',
  '中兴通讯',
  'ファーウェイ',
  ' Хуавей ',
  ' 화웨이 ',
  // With something hidden inside.
  ' Hua\u00adwei ',
  ' Hua\u200bwei ',
  ' ＺＴＥ ',
  ' ZTE\u00a0Corporation ',
  // Over elements and comments.
  ' Hua<b>wei</b> ',
  ' <i>H</i><b>ua<u>we</u></b>i ',
  ' Z<wbr>TE ',
  ' Hua<!-- a comment -->wei ',
  ' <a href="#x">ZTE</a> <em>Corporation</em> ',
  // Not one name.
  ' Hua<br><br>wei ',
  ' Z<span style="display:inline-block">TE</span> ',
  ' Hua<code>x</code>wei ',
  ' https://www.huawei.com/en/news ',
  ' press@zte.com ',
  ' com.huawei.hms ',
  ' huawei_lte ',
  ' @zte ',
  ' zte ',
  ' Huaweis ',
  ' aZTEc ',
  ' 中兴路 ',
  // Hidden, editable, code.
  ' <span hidden>Huawei</span> ',
  ' <span style="visibility:hidden">ZTE</span> ',
  ' <span contenteditable="true">Huawei</span> ',
  ' <kbd>ZTE</kbd> ',
  // Actions.
  ' The Pentagon banned phones made by ZTE. ',
  ' The Commerce Department fined ZTE, and Huawei objected. ',
  ' Officials of the FBI warned against Chinese telecom equipment. ',
]

/** Characters of text for one planted piece, and the most of them on one page. */
const EVERY = 1500
const MOST = 120

/** A piece and where it goes: which text node and where in it, as shares of all that there is. */
type Plant = { markup: string; node: number; offset: number }

/**
 * Puts pieces at seeded places into all text of a page that a script may change: prose, code, folded
 * and hidden text. The same for the same name and page. Answers how many.
 */
export async function plantNames(page: Page, name: string): Promise<number> {
  const length = await page.evaluate(() => document.body.textContent.length)
  const random = seededRandom(seedOf(name))
  const count = Math.min(MOST, 4 + Math.floor(length / EVERY))
  const plants = Array.from({ length: count }, () => ({
    markup: pickOne(PLANTED, random) ?? '',
    node: random(),
    offset: random(),
  }))
  await page.evaluate(plant, plants)
  return count
}

/** Inside these a browser keeps text only: elements would not come back when the page is written. */
function plant(plants: Plant[]): void {
  const raw = 'script,style,noscript,title,textarea,xmp,iframe,noembed,noframes,plaintext,option'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (/\S/.test(node.data) && !node.parentElement?.closest(raw)) nodes.push(node)
  }
  for (const { markup, node, offset } of plants) {
    const text = nodes[Math.floor(node * nodes.length)]
    if (!text?.parentNode) continue
    const range = document.createRange()
    range.setStart(text, Math.floor(offset * (text.length + 1)))
    const frame = text.ownerDocument.createElement('template')
    frame.innerHTML = markup
    range.insertNode(frame.content)
  }
}
