import { describe, expect, it } from 'vitest'
import { readScheme, readTone } from '../../../core/card/page-scheme.ts'

const NOTHING = 'rgba(0, 0, 0, 0)'

describe('the scheme of a place in a page', () => {
  it.each([
    ['white', ['rgb(255, 255, 255)'], 'light'],
    ['black', ['rgb(0, 0, 0)'], 'dark'],
    ['near black through two clear boxes', [NOTHING, NOTHING, 'rgb(18, 18, 18)'], 'dark'],
    ['a light box on a dark page', ['rgb(250, 248, 240)', 'rgb(0, 0, 0)'], 'light'],
    ['a faint veil over white', ['rgba(0, 0, 0, 0.2)', 'rgb(255, 255, 255)'], 'light'],
    ['saturated blue, which looks dark', ['rgb(0, 0, 160)'], 'dark'],
    ['yellow, which looks light', ['rgb(250, 220, 0)'], 'light'],
    ['a wide-gamut colour', ['color(display-p3 0.1 0.1 0.12)'], 'dark'],
    ['Oklab', ['oklch(0.95 0.01 90)'], 'light'],
    ['Lab', ['lab(12 0 0)'], 'dark'],
    ['nothing at all', [NOTHING, NOTHING], undefined],
    ['a picture', [NOTHING, 'picture', 'rgb(0, 0, 0)'], undefined],
    ['no element', [], undefined],
  ])('%s', (_, backgrounds, expected) => {
    expect(readScheme(backgrounds)).toBe(expected)
  })

  it('reads opacity', () => {
    expect(readTone('rgba(10, 20, 30, 0.25)')?.alpha).toBe(0.25)
    expect(readTone('color(srgb 1 1 1 / 50%)')).toEqual({ lightness: 1, alpha: 0.5 })
    expect(readTone('none')).toBeUndefined()
  })
})
