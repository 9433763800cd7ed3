import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { misspellName } from '../../indexer/misspell-name.ts'

describe('misspellName', () => {
  it('exchanges neighbours, doubles letters and takes vowels for each other', () => {
    const slips = misspellName('Huawei')
    expect(slips).toEqual(
      expect.arrayContaining(['Hauwei', 'Huwaei', 'Huawie', 'Huawwei', 'Huawai']),
    )
  })
  it('never gives the name itself, nor anything twice, and keeps the first letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][a-z]{2,8}$/), (name) => {
        const slips = misspellName(name)
        expect(slips).not.toContain(name)
        expect(new Set(slips).size).toBe(slips.length)
        expect(slips.every((slip) => slip[0] === name[0])).toBe(true)
      }),
    )
  })
  it('differs from the name by one letter at most in length', () => {
    expect(misspellName('Huawei').every((slip) => [6, 7].includes(slip.length))).toBe(true)
  })
})
