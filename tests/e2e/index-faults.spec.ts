import { afterEach, describe, expect, test } from 'vitest'
import { say } from '../../core/words.ts'
import { quotesOf, untilCard } from './harness/card.ts'
import { untilMarks } from './harness/marks.ts'
import { hover } from './harness/pointer.ts'
import type { Rig } from './harness/rig.ts'
import { untilIncludes } from './harness/until.ts'
import { startVariant } from './harness/variant.ts'
import { pageView } from './harness/view.ts'

/** An index that still reads like one, in which one quote says something else. */
function putWordsInMouth(index: string): string {
  return index.replace('ordered retail outlets', 'ordered all retail outlets')
}

/** The index is evidence only as it was built: whatever else stands in its place is shown nowhere. */
describe('an index that is not the one of the build', () => {
  let rig: Rig | undefined
  afterEach(async () => {
    await rig?.close()
    rig = undefined
  })

  test.each([
    ['altered by one word', putWordsInMouth, say('state_indexAltered')],
    ['missing', () => undefined, say('state_fileMissing', { file: 'index.json' })],
  ])('%s: card, digest and reader say so, and show no evidence', async (_, change, words) => {
    rig = await startVariant('index.json', change)
    const page = await rig.open(`${rig.site.origin}/report.html`)
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await hover(page, 'Pentagon ordered')
    const card = await untilCard(page, say('card_unreadable'))
    expect(quotesOf(card)).toEqual([])

    const digest = await rig.openDigest(page)
    await untilIncludes('the digest', () => digest.text(), say('state_sourcesMissing'))
    // Why stands behind "What went wrong".
    await untilIncludes('the digest', () => digest.evaluate(() => document.body.textContent), words)
    expect(await digest.evaluate(() => document.querySelectorAll('blockquote').length)).toBe(0)
    await digest.close()

    const reader = pageView(await rig.openOwn('/reader.html'))
    await untilIncludes('the reader', () => reader.text(), words)
  })
})
