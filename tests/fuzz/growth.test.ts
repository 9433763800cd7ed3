import { describe, expect, it } from 'vitest'
import { createDetector } from '../../core/detect/detect.ts'
import { tally } from '../tally.ts'
import { ADVERSARIAL, lexicon } from './adversarial-texts.ts'
import { IS_LONG } from './fuzz-size.ts'

const detector = createDetector(lexicon)

/**
 * Not a test of speed, but of growth; it still asks a clock, so that it stands in the long form only.
 * Ten times the text may take thirty times the time: memory is slower than caches. In a file and so a
 * process of its own: what other tests leave on the heap makes collecting garbage dear.
 */
describe.runIf(IS_LONG)('time for each character stays flat up to ten million of them', () => {
  const MOST = 3
  const scan = (source: string) => {
    const start = performance.now()
    detector.gateMentions([detector.scanBlock(source)])
    return (performance.now() - start) / source.length
  }
  const best = (source: string, turns: number) =>
    Math.min(...Array.from({ length: turns }, () => scan(source)))

  it.each(Object.entries(ADVERSARIAL))('%s', { timeout: 600_000 }, (name, make) => {
    const [small, large] = [make(1_000_000), make(10_000_000)]
    const before = best(small, 3)
    // Less than this, in ms a character, is the cost of being asked at all.
    const floor = 1e-5
    let growth = Infinity
    for (let turn = 0; turn < 3 && growth > MOST; turn += 1)
      growth = Math.min(growth, Math.max(floor, scan(large)) / Math.max(floor, before))
    process.stdout.write(`growth: ${name}: ${growth.toFixed(2)}\n`)
    tally('texts of 10 MB', 1, growth > MOST ? 1 : 0)
    expect(growth).toBeLessThan(MOST)
  })
})
