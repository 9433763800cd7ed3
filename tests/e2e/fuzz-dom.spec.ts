import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEED, sized } from '../fuzz/fuzz-size.ts'
import { tally } from '../tally.ts'
import { editPage, startEdits, type Edit } from './harness/edit-page.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { compareMentions } from './reference/compare-mentions.ts'

/** Edits of one page; some pages have fewer. */
const MOST_EDITS = 120

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
      const { difference, mentions } = await compareMentions(rig, page)
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
