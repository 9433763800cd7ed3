import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrastOf, findContrastFaults } from '../../../core/settings/contrast.ts'
import { markStyle, readColour, writeMarkRules } from '../../../core/settings/mark-style.ts'
import { DEFAULT_CHOICES, type Choices } from '../../../core/settings/settings.ts'

const withChoices = (choices: Partial<Choices>) => ({ ...DEFAULT_CHOICES, ...choices })

describe('the marks’ style', () => {
  it('needs no rules of its own while it is the usual one', () => {
    expect(writeMarkRules(DEFAULT_CHOICES)).toBe('')
  })

  it('is the usual one in marks.css, line by line', () => {
    const usual = readFileSync('entrypoints/marks.css', 'utf8')
    for (const colour of ['colourHuawei', 'colourZte', 'colourAction'] as const) {
      const [red, green, blue] = readColour(DEFAULT_CHOICES[colour])
      expect(usual).toContain(`rgb(${red} ${green} ${blue})`)
    }
    for (const kind of ['huawei', 'zte', 'action'] as const) {
      const [line] =
        /(solid|dashed|dotted) [\d.]+px/.exec(markStyle(kind, 'both', '#000000').line) ?? []
      const rule = usual.split(`source-context-${kind}`)[1]?.split('}')[0]
      expect(rule).toContain(line)
    }
  })

  it('has a line, a ground, or both', () => {
    expect(markStyle('zte', 'underline', '#0000ff')).toEqual({
      background: 'transparent',
      line: 'underline dashed 1.5px #0000ff',
    })
    expect(markStyle('zte', 'background', '#0000ff')).toEqual({
      background: 'rgb(0 0 255 / 0.2)',
      line: 'none',
    })
    expect(writeMarkRules(withChoices({ look: 'background' }))).toContain('text-decoration: none')
  })
})

describe('the contrast warning', () => {
  it('has nothing to say about the usual marks in any look', () => {
    for (const look of ['both', 'underline', 'background'] as const)
      expect(findContrastFaults(withChoices({ look }))).toEqual([])
  })

  it('agrees with WCAG about black, white and grey', () => {
    expect(contrastOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
    expect(contrastOf([255, 255, 255], [255, 255, 255])).toBe(1)
    expect(contrastOf(readColour('#767676'), readColour('#ffffff'))).toBeCloseTo(4.54, 2)
  })

  it.each([
    ['#ffffff', 'underline', 'line', 'light'],
    ['#000000', 'underline', 'line', 'dark'],
    ['#ffff00', 'both', 'line', 'light'],
    ['#ffffff', 'background', 'ground', 'light'],
    ['#16181b', 'background', 'ground', 'dark'],
  ] as const)(
    'finds that %s as %s is hard to see: its %s on %s pages',
    (colourZte, look, part, page) => {
      const faults = findContrastFaults(withChoices({ colourZte, look }))
      expect(faults).toContainEqual(expect.objectContaining({ kind: 'zte', part, page }))
      for (const { contrast, least } of faults) expect(contrast).toBeLessThan(least)
    },
  )

  it('leaves kinds alone that are off', () => {
    expect(findContrastFaults(withChoices({ colourZte: '#ffffff', markZte: false }))).toEqual([])
  })
})
