import { describe, expect, it } from 'vitest'
import { reportCoverage } from '../../../core/digest/coverage-report.ts'
import { smallLookup } from './small-index.ts'

describe('the coverage', () => {
  const report = reportCoverage(smallLookup)

  it('counts documents, passages and events, and says from when to when', () => {
    expect(report).toMatchObject({
      documents: 3,
      passages: 9,
      events: 3,
      from: { value: '2017-03' },
      to: { value: '2018-05' },
    })
    expect(report.companies[0]).toEqual({ item: 'zte', events: 2 })
  })

  it('names what is lacking', () => {
    expect(report.noEventBy).toEqual(['Army', 'FCC'])
    expect(report.noAction).toContain('designate')
    expect(report.noAction).not.toContain('ban')
  })
})
