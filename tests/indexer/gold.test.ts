import { describe, expect, it } from 'vitest'
import type { Gold, Score } from './compare-gold.ts'
import { build, folderInputs, seedInputs } from './build-fixture.ts'
import {
  scoreAttributions,
  scoreConflicts,
  scoreDates,
  scoreEvents,
  scoreFields,
  scoreTies,
} from './compare-gold.ts'
import seedGold from './gold.json' with { type: 'json' }
import inventedGold from './fixtures/gold.json' with { type: 'json' }
import outletsGold from './fixtures/outlets/gold.json' with { type: 'json' }

/** Recall and precision below this are a fault of the rules. */
const LEAST = 0.95

function expectGood({ found, missed, extra }: Score): void {
  const enough =
    found > 0 && [missed, extra].every(({ length }) => found / (found + length) >= LEAST)
  expect(enough ? [] : [...missed.map((one) => `missed ${one}`), ...extra]).toEqual([])
}

describe.each([
  ['the seeds', build(seedInputs()), seedGold as Gold],
  ['invented news', build(folderInputs('tests/indexer/fixtures')), inventedGold as Gold],
  [
    'news in the manner of other outlets',
    build(folderInputs('tests/indexer/fixtures/outlets')),
    outletsGold as Gold,
  ],
])('the index of %s, beside what a careful reader finds', (_, index, gold) => {
  it('has every event once and hardly another', () => expectGood(scoreEvents(index, gold)))

  it('names the agencies, the targets, the date and the state of each event', () => {
    expectGood(scoreFields(index, gold))
  })

  it('brings the passages that tell of an event, and hardly any other', () => {
    expectGood(scoreTies(index, gold, 'passages'))
  })

  it('ties every reply to what it answers', () => expectGood(scoreTies(index, gold, 'replies')))

  it('finds where the documents differ, and nothing that is no difference', () => {
    expectGood(scoreConflicts(index, gold))
  })

  it('says who speaks, in which standing, and through whom', () => {
    expectGood(scoreAttributions(index, gold))
  })

  it('resolves dates against the document, and leaves open what no word dates', () => {
    expectGood(scoreDates(index, gold))
  })
})
