import type { Page } from 'puppeteer-core'
import { listedMentions } from '../harness/listed-mentions.ts'
import type { Rig } from '../harness/rig.ts'
import { expectMentions, spoken, type Spoken } from './expected-mentions.ts'
import { readShownText } from './shown-text.ts'

/** How long a page may take to be right after its last change, in ms: only a fault takes that long. */
const PATIENCE_MS = 6000

/** Found and expected mentions, once they are the same; how they differ where they never are. */
export async function compareMentions(
  rig: Rig,
  page: Page,
): Promise<{ difference?: string; mentions: number }> {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const expected = expectMentions(await readShownText(page)).toSorted()
    const found = (await foundMentions(rig, page)).toSorted()
    if (JSON.stringify(expected) === JSON.stringify(found)) return { mentions: found.length }
    if (Date.now() > end) {
      const body = await page.evaluate(() => document.documentElement?.outerHTML)
      const difference = `expected ${JSON.stringify(expected)}\n  found ${JSON.stringify(found)}\n  in ${body}`
      return { difference, mentions: found.length }
    }
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

/** Where no engine runs, nothing is marked. */
async function foundMentions(rig: Rig, page: Page): Promise<Spoken[]> {
  const mentions = (await listedMentions(rig, page)) ?? []
  return mentions.map((one) => {
    const what = one.kind === 'company' ? one.company : `${one.agency} ${one.action}`
    return spoken(what, one.before, one.surface, one.after)
  })
}
