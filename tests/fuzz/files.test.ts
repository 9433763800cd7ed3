import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createLookup } from '../../core/card/card-content.ts'
import { createContextFinder } from '../../core/context/context.ts'
import { parseIndex } from '../../core/index-schema.ts'
import { applyEdit } from '../../core/settings/edit.ts'
import { mergeSettings } from '../../core/settings/merge.ts'
import { readSettings } from '../../core/settings/read-settings.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { writeSettingsFile } from '../../core/settings/settings-file.ts'
import { packSettings, unpackSettings } from '../../core/settings/sync-items.ts'
import { importText } from '../../entrypoints/options/import-file.ts'
import { anySettings } from '../core/settings/arbitrary-settings.ts'
import { tally } from '../tally.ts'
import { SEED, sized } from './fuzz-size.ts'

const INDEX = readFileSync('data/index.json', 'utf8')
const runs = sized(150, 5000)
const NOW = 1_800_000_000_000

/** Values that have no business anywhere. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    0,
    -1,
    1.5,
    NaN,
    1e308,
    '',
    '__proto__',
    [],
    {},
    [[]],
    '\ud800',
  ),
  fc.jsonValue(),
)

/** Changes one place somewhere in a value: another value, gone, twice, or renamed. */
function mutate(value: unknown, way: number[], to: unknown, how: number): unknown {
  if (typeof value !== 'object' || value === null || way.length === 0) return to
  const [turn = 0, ...rest] = way
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...value }
  const keys = Object.keys(copy)
  if (keys.length === 0) return to
  const key = keys[turn % keys.length] ?? ''
  const at = copy as Record<string, unknown>
  if (rest.length > 0 && typeof at[key] === 'object' && at[key] !== null)
    at[key] = mutate(at[key], rest, to, how)
  else if (how === 0) at[key] = to
  else if (how === 1) Reflect.deleteProperty(at, key)
  else if (how === 2 && Array.isArray(copy)) copy.push(at[key])
  else Object.assign(at, { [`${key}x`]: at[key] })
  return copy
}
const mutation = fc.record({
  way: fc.array(fc.nat(500), { minLength: 1, maxLength: 6 }),
  to: junk,
  how: fc.nat(3),
})
/** Bytes of a text that come to grief on their way. */
const damage = fc.record({
  at: fc.nat(),
  length: fc.nat(40),
  by: fc.string({ unit: 'binary', maxLength: 8 }),
})
const harm = (text: string, { at, length, by }: { at: number; length: number; by: string }) => {
  const from = at % (text.length + 1)
  return text.slice(0, from) + by + text.slice(from + length)
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

/** An index is either refused with a reason or one with which every question has an answer. */
function expectRefusedOrRead(data: unknown): void {
  const read = parseIndex(data)
  if (!read.ok) {
    expect(read.fault).toMatch(/\w/)
    return
  }
  const finder = createContextFinder(read.index)
  createLookup(read.index)
  finder.find({ company: 'zte', sentence: 'The Pentagon banned ZTE.', pageCompanies: ['zte'] })
}

describe('an index that was changed anywhere', () => {
  const index = JSON.parse(INDEX) as unknown
  it('is refused with a reason, or is whole', () => {
    fc.assert(
      fc.property(mutation, ({ way, to, how }) => expectRefusedOrRead(mutate(index, way, to, how))),
      { seed: SEED, numRuns: runs },
    )
    tally('mutated indexes', runs)
  })
  it('is refused with a reason, or is whole, when its bytes were harmed', () => {
    fc.assert(
      fc.property(damage, (one) => {
        const read = parsed(harm(INDEX, one))
        if (read) expectRefusedOrRead(read.value)
      }),
      { seed: SEED, numRuns: runs },
    )
    tally('harmed indexes', runs)
  })
})

const sitesOf = ({ sites }: Settings) => sites.map(({ site }) => site)

describe('stored settings that were changed anywhere', () => {
  it('are read right where they can be, and every other part stays', () => {
    fc.assert(
      fc.property(anySettings, mutation, (settings, { way, to, how }) => {
        const { settings: read, damaged } = readSettings(mutate(settings, way, to, how))
        // What was read is right: read once more, it is the same and whole.
        expect(readSettings(JSON.parse(JSON.stringify(read)))).toEqual({
          settings: read,
          damaged: false,
        })
        // At most one entry is another or gone; none comes from nowhere.
        if (!damaged && way.length > 2) {
          const missing = sitesOf(settings).filter((site) => !sitesOf(read).includes(site))
          expect(missing.length).toBeLessThanOrEqual(1)
        }
      }),
      { seed: SEED, numRuns: runs * 4 },
    )
    tally('mutated settings', runs * 4)
  })

  it('of any kind leave the extension settings that it can use', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { settings } = readSettings(stored)
        expect(readSettings(settings)).toEqual({ settings, damaged: false })
      }),
      { seed: SEED, numRuns: runs * 4 },
    )
    tally('settings of any kind', runs * 4)
  })

  it('from another device take nothing away that this one knows', () => {
    fc.assert(
      fc.property(anySettings, anySettings, mutation, (here, there, { way, to, how }) => {
        const items = mutate(packSettings(there).items, way, to, how)
        const other = unpackSettings((items ?? {}) as Record<string, unknown>)
        const merged = mergeSettings(here, other, NOW)
        expect(sitesOf(merged)).toEqual(expect.arrayContaining(sitesOf(here)))
        expect(readSettings(merged).damaged).toBe(false)
      }),
      { seed: SEED, numRuns: runs * 4 },
    )
    tally('mutated synchronised items', runs * 4)
  })
})

describe('a file of settings that was harmed', () => {
  const expectNothingLost = (here: Settings, text: string) => {
    const read = importText(text)
    if ('fault' in read) {
      expect(read.fault).toMatch(/\p{L}/u)
      return
    }
    const after = applyEdit(here, read.edit, NOW)
    expect(sitesOf(after)).toEqual(expect.arrayContaining(sitesOf(here)))
    expect(readSettings(after).damaged).toBe(false)
  }
  it('is refused with a reason, or read, and nothing that was set is lost', () => {
    fc.assert(
      fc.property(anySettings, anySettings, damage, (here, there, one) =>
        expectNothingLost(here, harm(writeSettingsFile(there, '2026-05-04'), one)),
      ),
      { seed: SEED, numRuns: runs * 4 },
    )
    tally('harmed files of settings', runs * 4)
  })
  it('is refused with a reason, or read, when a value in it is another', () => {
    fc.assert(
      fc.property(anySettings, anySettings, mutation, (here, there, { way, to, how }) => {
        const file = JSON.parse(writeSettingsFile(there, '2026-05-04')) as unknown
        expectNothingLost(here, JSON.stringify(mutate(file, way, to, how)) ?? 'null')
      }),
      { seed: SEED, numRuns: runs * 4 },
    )
    tally('mutated files of settings', runs * 4)
  })
})
