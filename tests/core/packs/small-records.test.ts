import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { briefEvent } from '../../../core/packs/brief-event.ts'
import {
  placeOf,
  placesIn,
  codeOf,
  segmentOf,
  withCodes,
  withoutCodes,
} from '../../../core/packs/postings.ts'
import { MOST_EVENTS, shortlistEvents } from '../../../core/packs/shortlist-events.ts'
import type { SourceEvent } from '../../../core/source-index.ts'

function event(id: string, more: Partial<SourceEvent> = {}): SourceEvent {
  return {
    id,
    agencies: ['us-dod'],
    action: 'ban',
    targets: ['huawei'],
    status: 'announced',
    passages: ['p'],
    replies: [],
    conflicts: [],
    ...more,
  }
}

describe('a brief event', () => {
  const ids = Array.from({ length: 4000 }, (_, at) => `p${at}`)

  test('is as small for thousands of tellings as for a few', () => {
    const brief = briefEvent(event('e', { passages: ids, replies: ids }))
    expect(brief.passages).toEqual(ids.slice(0, 5))
    expect(brief.replies).toEqual(ids.slice(0, 2))
  })

  test('keeps evidence for each reading of what is told differently', () => {
    const readings = [
      { value: '$1 billion', passages: ids.slice(0, 3000) },
      { value: '$1.19 billion', passages: ids.slice(3990) },
    ]
    const brief = briefEvent(
      event('e', { passages: ids, conflicts: [{ field: 'amount', readings }] }),
    )
    const [conflict] = brief.conflicts
    expect(conflict?.readings.map(({ value }) => value)).toEqual(['$1 billion', '$1.19 billion'])
    for (const { passages } of conflict?.readings ?? [])
      for (const id of passages) expect(brief.passages).toContain(id)
    expect(brief.passages.length).toBeLessThan(12)
  })

  test('of few tellings is the event itself', () => {
    const whole = event('e', { passages: ['a', 'b'], replies: ['c'] })
    expect(briefEvent(whole)).toEqual(whole)
  })
})

describe('a shortlist of events', () => {
  const query = {
    agency: 'us-dod',
    action: 'ban' as const,
    target: 'huawei' as const,
    sentence: 'The Pentagon banned Huawei phones in 2018.',
    pageCompanies: ['huawei'],
  }
  const told = { agencies: ['us-dod'], kinds: ['ban' as const] }
  const others = Array.from({ length: 100 }, (_, at) => ({
    event: event(`other ${at}`, { agencies: ['se-pts'], action: 'lift', targets: ['zte'] }),
    words: 0.3,
  }))

  test('holds the event of the same agency, kind, company and year, wherever it stands among others', () => {
    const date = { value: '2018-05', precision: 'month' as const, basis: 'text' as const }
    const meant = { event: event('meant', { date }), words: 0 }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (at) => {
        const list = shortlistEvents(others.toSpliced(at, 0, meant), query, new Map(), told)
        expect(list[0]).toBe(meant)
        expect(list).toHaveLength(MOST_EVENTS)
      }),
    )
  })

  test('leaves few events as they are', () => {
    const few = others.slice(0, MOST_EVENTS)
    expect(shortlistEvents(few, query, new Map(), told)).toBe(few)
  })
})

test('a list of places gives back what was put in and not taken out', () => {
  const passage = fc.record({
    document: fc.integer({ min: 512 * 7, max: 512 * 8 - 1 }),
    at: fc.integer({ min: 0, max: 65_535 }),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(passage, { selector: (it) => placeOf(it.document, it.at) }),
      (all) => {
        const places = all.map(({ document, at }) => placeOf(document, at))
        const codes = places.map(codeOf)
        const half = Math.floor(codes.length / 2)
        const list = withCodes(
          withCodes(undefined, segmentOf(512 * 7), codes.slice(0, half)),
          7,
          codes.slice(half),
        )
        expect(placesIn(list)).toEqual(places)
        const left = withoutCodes(list, codes.slice(0, half))
        expect(left ? placesIn(left) : []).toEqual(places.slice(half))
      },
    ),
  )
})
