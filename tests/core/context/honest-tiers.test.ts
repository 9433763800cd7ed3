import { describe, expect, it } from 'vitest'
import type { ContextQuery } from '../../../core/context/context.ts'
import { askCommitted } from './ask-committed.ts'

type Action = Pick<ContextQuery, 'agency' | 'action' | 'target'>
const tiersOf = (action: Action, sentence: string) =>
  askCommitted({ ...action, sentence }).passages.map(({ tier }) => tier)

describe('an act of which the sources tell nothing alike', () => {
  it.each<[string, Action, string]>([
    [
      'an inquiry into sanctions where one into spying is told',
      { agency: 'us-doj', action: 'investigate', target: 'huawei' },
      'Federal prosecutors look into shipments by Huawei that may have broken the embargo on Iran.',
    ],
    [
      'an inquiry into bribes',
      { agency: 'us-doj', action: 'investigate', target: 'zte' },
      'The Justice Department investigates whether ZTE bribed ministers abroad.',
    ],
    [
      'a cartel case',
      { agency: 'us-doj', action: 'restrict', target: 'huawei' },
      'The department restricted a merger that would have given Huawei a monopoly.',
    ],
    [
      'a judgment on a ban',
      { agency: 'us-courts', action: 'ban', target: 'huawei' },
      'A panel of judges upheld the ban on government purchases from Huawei.',
    ],
    [
      'an answer from the other side of the dispute',
      { agency: 'cn-mfa', action: 'urge-allies', target: 'huawei' },
      'Beijing urged other countries not to follow the American campaign against Huawei equipment.',
    ],
  ])('shows background only: %s', (_what, action, sentence) => {
    const { event, passages } = askCommitted({ ...action, sentence })
    expect(event).toBeUndefined()
    expect(passages.length).toBeGreaterThan(0)
    expect(new Set(passages.map(({ tier }) => tier))).toEqual(new Set(['background']))
  })
})

describe('an act of which the sources tell one alike', () => {
  it('is not silenced by a subject that they tell of', () => {
    const action: Action = { agency: 'us-congress', action: 'investigate', target: 'both' }
    const sentence =
      'A House panel investigates whether equipment by Huawei and ZTE could be used for espionage.'
    expect(tiersOf(action, sentence)[0]).not.toBe('background')
  })

  it('takes what a spokesman says of a ban for a part of it', () => {
    const { event, passages } = askCommitted({
      agency: 'us-dod',
      action: 'warn',
      target: 'both',
      sentence:
        'The devices could be an unacceptable risk to the personnel and the mission, said a spokesman of the Pentagon of Huawei and ZTE.',
    })
    expect(event).toBe('us-dod ban 2018-05')
    expect(passages[0]?.text).toContain('unacceptable risk')
  })

  it('takes a government for its department where a deed is done once', () => {
    const { passages } = askCommitted({
      agency: 'us-commerce',
      action: 'settle',
      target: 'zte',
      sentence: 'The department spoke of its settlement with ZTE.',
    })
    const settled = passages.find(({ text }) => text.startsWith('In March 2017, ZTE settled'))
    expect(settled?.tier).toBe('same-agency')
  })
})

describe('the first passage where only a company is named', () => {
  it.each([
    [
      'an allegation',
      'huawei',
      'Gear by Huawei might be used for cyberattacks or disable links.',
      'Huawei equipment increases the risk',
    ],
    [
      'a denial',
      'huawei',
      'Huawei has always rejected claims that it was asked for a weaker network.',
      '“We remain committed|"We remain committed|Both companies have always denied',
    ],
    [
      'what else tells of the order',
      'zte',
      'Without Qualcomm, ZTE may lose its Android licence.',
      'Things have been even worse',
    ],
  ] as const)('%s', (_what, company, sentence, start) => {
    const { passages } = askCommitted({ company, sentence })
    expect(passages[0]?.text).toMatch(new RegExp(`^(?:${start})`))
    expect(new Set(passages.map(({ tier }) => tier))).toEqual(new Set(['background']))
  })

  it('says what an event told by one word had for consequences', () => {
    const { passages } = askCommitted({
      company: 'zte',
      sentence: 'Without Qualcomm, ZTE may lose its Android licence.',
    })
    const texts = passages.map(({ text }) => text)
    expect(texts.some((text) => text.startsWith('The order against ZTE also means'))).toBe(true)
  })
})

describe('an act by another country', () => {
  it.each([
    ['in-government', 'India excluded Huawei from trials of its networks.'],
    ['jp-government', 'Japan banned Huawei from contracts with its government.'],
  ])('shows what allies did before what the United States did: %s', (agency, sentence) => {
    const [first] = askCommitted({ agency, action: 'ban', target: 'huawei', sentence }).passages
    expect(first?.text).toMatch(/^(?:The company announced in August|Some other allies)/)
  })
})
