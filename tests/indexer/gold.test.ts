import { describe, expect, it } from 'vitest'
import { build, seedInputs } from './build-fixture.ts'
import {
  attributionFaults,
  dateFaults,
  fieldFaults,
  scoreConflicts,
  scoreEvents,
  scoreTies,
} from './compare-gold.ts'

const index = build(seedInputs())

describe('the index of the seeds, beside what a careful reader finds', () => {
  it('has every event once and no other', () => {
    const { missed, extra } = scoreEvents(index)
    expect({ missed, extra }).toEqual({ missed: [], extra: [] })
  })

  it('names the agencies, the targets, the date and the state of each event', () => {
    expect(fieldFaults(index)).toEqual([])
  })

  it('brings all passages that tell of an event, and hardly any other', () => {
    const { found, missed, extra } = scoreTies(index, 'passages')
    expect(missed).toEqual([])
    expect(found / (found + extra.length)).toBeGreaterThan(0.95)
  })

  it('ties every reply to what it answers', () => {
    expect(scoreTies(index, 'replies').missed).toEqual([])
  })

  it('finds where the documents differ, and nothing that is no difference', () => {
    const { missed, extra } = scoreConflicts(index)
    expect({ missed, extra }).toEqual({ missed: [], extra: [] })
  })

  it('says who speaks, in which standing, and through whom', () => {
    expect(attributionFaults(index)).toEqual([])
  })

  it('resolves dates against the document, and leaves open what no word dates', () => {
    expect(dateFaults(index)).toEqual([])
  })
})
