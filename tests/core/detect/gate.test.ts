import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasCause, REACH } from '../../../core/detect/gate.ts'
import { actionsIn, detector } from './find-mentions.ts'

const reasonsIn = (...blocks: string[]) =>
  detector
    .explainMentions(blocks.map((one) => detector.scanBlock(one)))
    .flatMap((decisions) => decisions.map((one) => one.reason))

describe('the relevance gate', () => {
  it.each([
    'The FTC fined a maker of toys.',
    'The NCSC warned of a storm of ransomware.',
    'The Pentagon banned smoking in its halls.',
    'The European Commission fined a search engine.',
  ])('leaves a page about something else untouched: %j', (text) => {
    expect(actionsIn(text)).toEqual([])
  })
  it('marks an action on Chinese telecom equipment without a company', () => {
    expect(actionsIn('The Pentagon banned Chinese smartphones from its shops.')).toEqual([
      'Pentagon banned | us-dod ban chinese-telecom',
    ])
  })
  it('marks an action that refers back to the companies', () => {
    expect(
      actionsIn('Huawei and ZTE sell phones.\n\nThe FCC has banned the two companies.'),
    ).toEqual(['FCC has banned | us-fcc ban both'])
  })
  it('gives an action without a company the one named last', () => {
    expect(
      actionsIn('Huawei sells routers. ZTE sells phones. The FBI investigated its offices.'),
    ).toEqual(['FBI investigated | us-fbi investigate zte'])
  })
  it('leaves out an action on something else beside the companies', () => {
    expect(actionsIn('Huawei sells phones.\n\nThe FTC fined Google.')).toEqual([])
  })
  it('leaves out an action far from any company', () => {
    const filler = Array.from({ length: 6 }, (_, i) => `Paragraph ${i} is about cheese.`).join(
      '\n\n',
    )
    expect(actionsIn(`Huawei sells phones.\n\n${filler}\n\nThe FTC fined a dairy.`)).toEqual([])
  })
  it('resolves "the regulator" to the one named before', () => {
    const text =
      "Sweden's Post and Telecom Authority barred Huawei.\n\nHuawei appealed against the regulator's ban."
    expect(actionsIn(text).at(-1)).toBe("the regulator's ban | se-pts ban huawei")
  })
  it('takes what an official says at a hearing for testimony', () => {
    const text =
      'The Senate Intelligence Committee met. FBI Director Chris Wray said Huawei is a threat.'
    expect(actionsIn(text)).toEqual(['FBI Director Chris Wray said | us-fbi testify huawei'])
  })
  it('reads a surname only where the page names the person in full', () => {
    expect(actionsIn('Ross warned about ZTE.')).toEqual([])
    expect(actionsIn('Secretary of Commerce Wilbur Ross spoke.\n\nRoss warned about ZTE.')).toEqual(
      ['Ross warned | us-commerce warn zte'],
    )
  })
  it('tells namesakes by the words around them', () => {
    expect(actionsIn('The BIS warned about ZTE.')).toEqual([])
    expect(actionsIn('The BIS, part of Commerce, warned about ZTE.')).toHaveLength(1)
    expect(actionsIn("China's Ministry of Commerce warned about ZTE.")).toEqual([
      "China's Ministry of Commerce warned | cn-mofcom warn zte",
    ])
  })
  it('says why', () => {
    expect(reasonsIn('The FTC fined a dairy.')).toEqual(['the page names no company'])
    expect(reasonsIn('The FTC fined ZTE.')).toEqual([
      'its sentence names a company',
      'a company name',
    ])
  })
  it('marks what came first again when more of the page arrives', () => {
    const first = detector.scanBlock('The regulator and the FCC banned the equipment.')
    const later = detector.scanBlock('Huawei sells equipment.')
    expect(detector.gateMentions([first]).flat()).toEqual([])
    expect(detector.gateMentions([later, first]).flat()).toHaveLength(2)
  })
  it('marks what stands above a company that arrives late', () => {
    const first = detector.scanBlock('The FCC banned the equipment.')
    const late = detector.scanBlock('It is made by Huawei.')
    expect(detector.gateMentions([first]).flat()).toEqual([])
    expect(detector.gateMentions([first, late])[0]).toEqual([
      expect.objectContaining({ kind: 'action', agency: 'us-fcc', target: 'huawei' }),
    ])
  })
  it('takes whose a surname is from what arrives late', () => {
    const [said, named] = [
      detector.scanBlock('Ross warned about ZTE.'),
      detector.scanBlock('Secretary of Commerce Wilbur Ross spoke.'),
    ]
    expect(detector.gateMentions([said]).flat()).toHaveLength(1)
    expect(detector.gateMentions([said, named]).flat()).toHaveLength(2)
  })
  it('decides alike whether blocks far from any company were read or not', () => {
    const block = fc.constantFrom(
      'Secretary of Commerce Wilbur Ross spoke.',
      'The NCSC warned of a storm.',
      'Sweden held a vote.',
      'The regulator barred the equipment.',
      'Ross warned about it.',
      'ZTE sells phones.',
    )
    const calm = fc.array(fc.constant('The cheese was good.'), { maxLength: 6 })
    const page = fc.tuple(
      fc.array(block, { maxLength: 5 }),
      calm,
      fc.array(block, { maxLength: 5 }),
    )
    fc.assert(
      fc.property(page, (parts) => {
        const all = parts.flat().map((one) => detector.scanBlock(one))
        const isNear = (at: number) =>
          all.slice(Math.max(0, at - REACH), at + REACH + 1).some(hasCause)
        const unread = all.map((one, at) => (isNear(at) ? one : detector.scanBlock('')))
        expect(detector.gateMentions(unread)).toEqual(detector.gateMentions(all))
      }),
    )
  })
})
