import fc from 'fast-check'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEED, sized } from '../fuzz/fuzz-size.ts'
import { tally } from '../tally.ts'
import { editPage, startEdits, type Edit } from './harness/edit-page.ts'
import { listedMentions } from './harness/listed-mentions.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { expectMentions, spoken, type Spoken } from './reference/expected-mentions.ts'
import { readShownText } from './reference/shown-text.ts'

/** Edits of one page; some pages have fewer. */
const MOST_EDITS = 120
/** How long a page may take to be right after its last edit, in ms: only a fault takes that long. */
const PATIENCE_MS = 6000

const edit: fc.Arbitrary<Edit> = fc.record(
  {
    kind: fc.constantFrom<Edit['kind']>(
      'insert',
      'insert',
      'insert',
      'text',
      'text',
      'remove',
      'remove',
      'move',
      'move',
      'split',
      'normalize',
      'wrap',
      'unwrap',
      'hide',
      'hide',
      'editable',
      'shadow',
      'slot',
      'replaceChildren',
      'innerHTML',
      'sheet',
      'write',
      'root',
      'attribute',
      'details',
      'clone',
      'clear',
    ),
    at: fc.nat(10_000),
    to: fc.nat(10_000),
    pause: fc.constantFrom<Edit['pause']>(
      'none',
      'none',
      'none',
      'none',
      'microtask',
      'frame',
      'timer',
      'idle',
    ),
  },
  // Firefox's driver takes plain objects only.
  { noNullPrototype: true },
)
const edits = fc.array(edit, { minLength: 1, maxLength: MOST_EDITS, size: 'max' })

/** Random edits, at random times, end in the same marks as a plain reading of the page as it then is. */
describe('a page that is edited at random', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put(
      '/edited',
      '<!doctype html><meta charset="utf-8"><title>Edited</title><body></body>',
    )
  })
  afterAll(() => rig.close())

  const wanted = sized(process.env['E2E_BROWSER'] === 'firefox' ? 400 : 900, 10_000)
  test(`${wanted} edits`, { timeout: wanted * 400 + 120_000 }, async () => {
    const page = await rig.open(`${rig.site.origin}/edited`)
    let done = 0
    let pages = 0
    let marked = 0
    const total = () => done
    const isRight = async (list: Edit[]) => {
      await page.goto(`${rig.site.origin}/edited`)
      await page.evaluate(startEdits)
      await page.evaluate(editPage, list)
      done += list.length
      pages += 1
      const { difference, mentions } = await compare(rig, page)
      if (difference) throw new Error(difference)
      marked += mentions
    }
    try {
      for (let batch = 0; total() < wanted; batch += 1)
        await fc.assert(fc.asyncProperty(edits, isRight), {
          seed: SEED + batch,
          numRuns: 5,
          interruptAfterTimeLimit: wanted * 300 + 60_000,
          markInterruptAsFailure: false,
        })
      tally('random edits', done)
      tally('pages edited', pages)
      tally('mentions after edits', marked)
      expect(marked).toBeGreaterThan(pages)
    } catch (error) {
      tally('random edits', done, 1)
      throw error
    }
  })
})

/** Marks and expected marks, once they are the same; how they differ where they never are. */
async function compare(rig: Rig, page: Page): Promise<{ difference?: string; mentions: number }> {
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
