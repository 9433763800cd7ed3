import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CARD_GAP,
  CARD_HEIGHT_SHARE,
  CARD_WIDTH,
  placeCard,
  rectangleAt,
  type PlaceRequest,
  type Rectangle,
} from '../../../core/card/place-card.ts'

const viewport = { left: 0, top: 0, width: 1000, height: 800 }
const line = (left: number, top: number, width = 80): Rectangle => ({
  left,
  top,
  width,
  height: 20,
})
const ask = (request: Partial<PlaceRequest>) =>
  placeCard({ lines: [line(300, 300)], viewport, naturalHeight: 300, rtl: false, ...request })

describe('a card', () => {
  it('stands below the mention, at its start', () => {
    expect(ask({})).toMatchObject({ side: 'below', top: 328, left: 300, width: CARD_WIDTH })
  })

  it('flips above where it fits only there', () => {
    expect(ask({ lines: [line(300, 700)] })).toMatchObject({ side: 'above', bottom: 692 })
  })

  it('takes the roomier side where it fits on none', () => {
    const low = { left: 0, top: 0, width: 1000, height: 300 }
    expect(ask({ viewport: low, lines: [line(300, 200)] }).side).toBe('above')
    expect(ask({ viewport: low, lines: [line(300, 60)] }).side).toBe('below')
  })

  it('shifts inwards at the right edge', () => {
    expect(ask({ lines: [line(950, 300, 40)] }).left).toBe(1000 - CARD_WIDTH - CARD_GAP)
  })

  it('ends where the mention begins in text from right to left', () => {
    expect(ask({ rtl: true, lines: [line(600, 300)] }).left).toBe(680 - CARD_WIDTH)
  })

  it('goes below the last line of a mention that is broken', () => {
    expect(ask({ lines: [line(900, 300), line(20, 330)] })).toMatchObject({ top: 358 })
  })

  it('is drawn smaller instead of narrower under a pinch zoom', () => {
    const place = ask({ viewport: { left: 100, top: 250, width: 160, height: 120 } })
    expect(place.scale).toBeLessThan(1)
    expect(place.width * place.scale).toBeLessThanOrEqual(160 - 2 * CARD_GAP)
  })

  it('stands beside a pinned card', () => {
    const avoid = { left: 280, top: 330, width: CARD_WIDTH, height: 300 }
    const place = ask({ avoid })
    const mine = rectangleAt(place, 300)
    const isBeside = mine.left >= avoid.left + avoid.width || mine.left + mine.width <= avoid.left
    const isAbove = mine.top + mine.height <= avoid.top
    expect(isBeside || isAbove).toBe(true)
  })
})

describe('wherever the mention stands', () => {
  const request = fc.record({
    viewport: fc.record({
      left: fc.integer({ min: 0, max: 400 }),
      top: fc.integer({ min: 0, max: 400 }),
      width: fc.integer({ min: 120, max: 2000 }),
      height: fc.integer({ min: 120, max: 1400 }),
    }),
    at: fc.record({ x: fc.nat(1000), y: fc.nat(1000) }),
    lineCount: fc.integer({ min: 1, max: 3 }),
    naturalHeight: fc.integer({ min: 40, max: 1500 }),
    rtl: fc.boolean(),
  })

  it('never covers its lines, leaves the viewport or exceeds its height', () => {
    fc.assert(
      fc.property(request, ({ viewport, at, lineCount, naturalHeight, rtl }) => {
        const left = viewport.left + (at.x / 1000) * (viewport.width - 40)
        const top = viewport.top + (at.y / 1000) * (viewport.height - 20 * lineCount)
        const lines = Array.from({ length: lineCount }, (_, row) => line(left, top + 20 * row, 40))
        const place = placeCard({ lines, viewport, naturalHeight, rtl })
        const card = rectangleAt(place, naturalHeight)
        const isBelow = card.top >= top + 20 * lineCount + CARD_GAP - 0.01
        const isAbove = card.top + card.height <= top - CARD_GAP + 0.01
        expect(isBelow || isAbove).toBe(true)
        expect(card.left).toBeGreaterThanOrEqual(viewport.left + CARD_GAP - 0.01)
        expect(card.left + card.width).toBeLessThanOrEqual(
          viewport.left + viewport.width - CARD_GAP + 0.01,
        )
        expect(card.height).toBeLessThanOrEqual(viewport.height * CARD_HEIGHT_SHARE + 0.01)
        if (card.height === 0) return
        expect(card.top).toBeGreaterThanOrEqual(viewport.top - 0.01)
        expect(card.top + card.height).toBeLessThanOrEqual(viewport.top + viewport.height + 0.01)
      }),
      { numRuns: 2000 },
    )
  })
})
