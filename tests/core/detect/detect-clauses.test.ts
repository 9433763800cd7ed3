import { describe, expect, it } from 'vitest'
import { actionsIn } from './find-mentions.ts'

type Row = [text: string, ...found: string[]]

const CLAUSES: Row[] = [
  ['The FBI, CIA and NSA warned people about ZTE.', 'FBI, CIA and NSA warned | us-fbi warn zte'],
  [
    'Australia and Japan have blocked Huawei.',
    'Australia and Japan have blocked | au-government ban huawei',
  ],
  [
    'The US has banned Huawei, and the UK has followed suit.',
    'US has banned | us-government ban huawei',
    'UK has followed suit | uk-government ban huawei',
  ],
  [
    'The NCSC, part of GCHQ, has advised firms to avoid ZTE.',
    'NCSC, part of GCHQ, has advised | uk-ncsc warn zte',
  ],
  [
    'The U.S. government, which showed no evidence, banned Huawei gear.',
    'U.S. government, which showed no evidence, banned | us-government ban huawei',
  ],
  [
    'The agency responsible, the FTC, is investigating ZTE.',
    'FTC, is investigating | us-ftc investigate zte',
  ],
  [
    'Ofcom, the UK telecoms watchdog, is monitoring Huawei kit.',
    'Ofcom, the UK telecoms watchdog, is monitoring | uk-ofcom evaluate huawei',
  ],
  ['The FCC - the regulator - barred ZTE.', 'FCC - the regulator - barred | us-fcc ban zte'],
  [
    'The FCC on Friday designated Huawei and ZTE as threats.',
    'FCC on Friday designated | us-fcc designate both',
  ],
  [
    'The Commerce Department said on Monday that it would ban ZTE.',
    'Commerce Department said on Monday that it would ban | us-commerce deny-export zte proposed',
  ],
  [
    "Commerce Department's Bureau of Industry and Security has blocked ZTE.",
    "Commerce Department's Bureau of Industry and Security has blocked | us-bis ban zte",
  ],
  [
    'Portugal resolved to bar operators from Huawei kit.',
    'Portugal resolved to bar | pt-government ban huawei',
  ],
  [
    'Britain took the decision to exclude Huawei.',
    'Britain took the decision to exclude | uk-government ban huawei',
  ],
  [
    'The UK reversed its policy on Huawei; bans its 5G kit',
    'UK reversed its policy on Huawei; bans | uk-government ban huawei',
  ],
]

const MODALITY: Row[] = [
  ['India did not ban Huawei.', 'India did not ban | in-government ban huawei negated'],
  ["The UK hasn't banned Huawei.", "UK hasn't banned | uk-government ban huawei negated"],
  ['India may bar ZTE from contracts.', 'India may bar | in-government ban zte possible'],
  [
    'Berlin is weighing a ban on Huawei.',
    'Berlin is weighing a ban | de-government ban huawei possible',
  ],
  [
    'Canada is considering banning Huawei.',
    'Canada is considering banning | ca-government ban huawei possible',
  ],
  ['The EU plans to restrict Huawei.', 'EU plans to restrict | eu restrict huawei proposed'],
  [
    'The EU has stopped short of banning Huawei.',
    'EU has stopped short of banning | eu ban huawei negated',
  ],
  ['Poland refused to ban Huawei.', 'Poland refused to ban | pl-government ban huawei negated'],
  [
    'Huawei asked the Commerce Department to lift the order.',
    'Commerce Department to lift | us-commerce lift huawei proposed',
  ],
  ['An FCC proposal would block ZTE.', 'FCC proposal would block | us-fcc ban zte proposed'],
  ['ZTE has not been fined by the FTC.', 'fined by the FTC | us-ftc fine zte negated'],
]

const ALLIES: Row[] = [
  [
    'The United States urged allies to drop Huawei.',
    'United States urged | us-government urge-allies huawei',
  ],
  [
    'U.S. senators called on Canada to keep Huawei out.',
    'U.S. senators called on Canada to keep | us-congress urge-allies huawei',
  ],
  [
    'US officials are pushing countries to avoid Huawei.',
    'US officials are pushing | us-government urge-allies huawei',
  ],
  [
    'US officials warned Americans about Huawei.',
    'US officials warned | us-government warn huawei',
  ],
]

describe('agency actions in longer clauses', () => {
  it.each(CLAUSES)('reads lists, asides and chains: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(MODALITY)('records what did not or may not happen: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(ALLIES)('tells urging allies from warning: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
})
