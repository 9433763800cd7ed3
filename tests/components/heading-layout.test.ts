import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutHeading } from '../../components/heading-layout.ts'

const LONG = 'US-China Economic and Security Review Commission · report · Chinese telecom equipment'

describe('the heading of a group', () => {
  it('is one line where its name fits', () => {
    expect(layOutHeading('ZTE ×3', 320)).toEqual({ height: 36, below: false })
  })

  it('takes a second line beside its note before it takes the whole width', () => {
    expect(layOutHeading('US Congress · legislation · both', 320)).toMatchObject({ below: false })
    const denial = 'US Department of Commerce · export denial · ZTE'
    expect(layOutHeading(denial, 320)).toMatchObject({ below: true })
    expect(layOutHeading(denial, 400)).toMatchObject({ below: false })
    expect(layOutHeading(LONG, 320)).toMatchObject({ below: true })
    expect(layOutHeading(LONG, 900)).toMatchObject({ below: false })
  })

  it('gives writings without spaces the room that their letters take', () => {
    const [latin, han] = ['Pentagon · ban · both', '五角大楼 · 禁令 · 中国电信设备以及其他各种设备']
    expect(layOutHeading(latin, 320).height).toBe(36)
    expect(layOutHeading(han, 320).height).toBeGreaterThan(36)
  })

  it('never gets lower as the panel gets narrower', () => {
    const width = fc.integer({ min: 160, max: 1200 })
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), width, width, (name, one, other) => {
        const [narrow, wide] = [Math.min(one, other), Math.max(one, other)]
        const { height, below } = layOutHeading(name, narrow)
        const wider = layOutHeading(name, wide)
        if (below === wider.below) expect(height).toBeGreaterThanOrEqual(wider.height)
      }),
    )
  })

  it('has a height for any name, at any width', () => {
    expect(layOutHeading('', 0).height).toBe(36)
    expect(layOutHeading('Bundesnetzagenturpräsidentin', 60).height).toBeGreaterThan(36)
  })
})
