import { describe, expect, it } from 'vitest'
import { actionsIn } from './find-mentions.ts'

/** Who acts, as it is written and in the lexicon. */
const HEADS = [
  ['FCC', 'us-fcc'],
  ['Federal Communications Commission', 'us-fcc'],
  ['Commerce Department', 'us-commerce'],
  ['Pentagon', 'us-dod'],
] as const

const ACTS = [
  [' banned', ' Huawei gear', 'ban huawei'],
  [' has barred', ' Huawei from the fund', 'ban huawei'],
  [' fined', ' ZTE over unsafe equipment', 'fine zte'],
] as const

/** What stands between them; many name somebody else. */
const ASIDES = [
  ', an independent agency of the US government,',
  ', an agency of the United States government,',
  ', an agency of the US government with 1,500 staff,',
  ', an agency that Congress created in 1934,',
  ', a body that parliament created,',
  ', a body set up by Congress,',
  ', an arm of the government,',
  ', part of the intelligence agency GCHQ,',
  ', the agency in charge of US networks,',
  ', the US agency responsible for phone networks,',
  ', which answers to Congress,',
  ', which reports to the White House,',
  ', which is independent of the government,',
  ', which regulates phone networks in America,',
  ', which advises the British government on security,',
  ', which has warned of risks before,',
  ', which Congress funds,',
  ', whose members are named by the president,',
  ', after pressure from Congress,',
  ', under pressure from lawmakers,',
  ', citing warnings from the FBI,',
  ', acting on advice from the NSA,',
  ', with the support of the White House,',
  ', following the lead of Australia,',
  ' (an independent agency of the US government)',
  ' — an independent agency of the US government —',
  ' - which answers to Congress -',
]

describe('an agency and its verb with an aside between them', () => {
  it.each(ASIDES)('keeps who acts: %s', (aside) => {
    for (const [head, id] of HEADS)
      for (const [verb, rest, told] of ACTS)
        expect(actionsIn(`The ${head}${aside}${verb}${rest}.`)).toEqual([
          `${head}${aside}${verb} | ${id} ${told}`,
        ])
  })
  it('tells what a relative clause tells where it names the company', () => {
    expect(actionsIn('The FCC, which banned Huawei in 2022, met again.')).toEqual([
      'FCC, which banned | us-fcc ban huawei',
    ])
  })
})
