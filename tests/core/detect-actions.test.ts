import { describe, expect, it } from 'vitest'
import { actionsIn } from './find-mentions.ts'

type Row = [text: string, ...found: string[]]

const ACTIVE: Row[] = [
  ['The Pentagon banned Huawei phones.', 'Pentagon banned | us-dod ban huawei'],
  ['The FCC has barred ZTE from the fund.', 'FCC has barred | us-fcc ban zte'],
  [
    'The Commerce Department added Huawei to its Entity List.',
    'Commerce Department added | us-commerce designate huawei',
  ],
  [
    'The U.S. Department of Justice charged Huawei with theft.',
    'U.S. Department of Justice charged | us-doj charge huawei',
  ],
  [
    'U.S. prosecutors have charged Huawei with racketeering.',
    'U.S. prosecutors have charged | us-doj charge huawei',
  ],
  [
    "In a rare move, Britain's GCHQ raised concerns about Huawei's code.",
    "Britain's GCHQ raised concerns | uk-gchq warn huawei",
  ],
  [
    'Beijing has warned Britain that excluding Huawei will have consequences.',
    'Beijing has warned | cn-government warn huawei',
  ],
  [
    'Washington has been pressing its allies to shun Huawei.',
    'Washington has been pressing | us-government urge-allies huawei',
  ],
  [
    "Japan's government has effectively excluded Huawei and ZTE from tenders.",
    "Japan's government has effectively excluded | jp-government ban both",
  ],
  [
    'Canberra blocked Huawei from the broadband network in 2012.',
    'Canberra blocked | au-government ban huawei',
  ],
  [
    'The Department of Homeland Security is reviewing Huawei contracts.',
    'Department of Homeland Security is reviewing | us-dhs investigate huawei',
  ],
  ['Vietnam has quietly shunned Huawei.', 'Vietnam has quietly shunned | vn-government ban huawei'],
  [
    'Taiwan banned ministries from using Huawei routers.',
    'Taiwan banned | tw-government ban huawei',
  ],
  ['The Senate passed a bill that would hit ZTE.', 'Senate passed | us-congress legislate zte'],
  ['The Czech agency NUKIB warned of Huawei software.', 'NUKIB warned | cz-nukib warn huawei'],
  ['U.S. bans Huawei gear', 'U.S. bans | us-government ban huawei'],
  ['UK Govt. quietly bans ZTE kit', 'UK Govt. quietly bans | uk-government ban zte'],
  [
    'The Federal Communications Commission (FCC) banned ZTE.',
    'Federal Communications Commission (FCC) banned | us-fcc ban zte',
  ],
  [
    'The Bureau of Industry and Security denied ZTE export privileges.',
    'Bureau of Industry and Security denied | us-bis deny-export zte',
  ],
  [
    'US intelligence officials warned people about ZTE phones.',
    'US intelligence officials warned | us-intelligence warn zte',
  ],
]

const PASSIVE: Row[] = [
  [
    'ZTE was fined by the Commerce Department.',
    'fined by the Commerce Department | us-commerce fine zte',
  ],
  [
    'Huawei has been accused of spying by the US government.',
    'accused of spying by the US government | us-government charge huawei',
  ],
  ['ZTE was banned by the US from buying parts.', 'banned by the US | us-government ban zte'],
  [
    'Huawei phones banned by the Pentagon are on sale elsewhere.',
    'banned by the Pentagon | us-dod ban huawei',
  ],
  ['The ban imposed by Washington hurt ZTE.', 'ban imposed by Washington | us-government ban zte'],
  [
    'Under a ban ordered by the Commerce Department, ZTE closed.',
    'ordered by the Commerce Department | us-commerce ban zte',
  ],
  [
    'Huawei is being investigated by the FBI.',
    'investigated by the FBI | us-fbi investigate huawei',
  ],
  [
    'A report by the House Intelligence Committee named Huawei.',
    'report by the House Intelligence Committee | us-house-intelligence report huawei',
  ],
  [
    'After a warning from the NCSC, operators dropped ZTE.',
    'warning from the NCSC | uk-ncsc warn zte',
  ],
  [
    'ZTE agreed to a settlement with the Commerce Department.',
    'settlement with the Commerce Department | us-commerce settle zte',
  ],
  [
    'ZTE paid a large fine to the Commerce Department.',
    'fine to the Commerce Department | us-commerce fine zte',
  ],
]

const NOMINAL: Row[] = [
  ["The NCSC's warning about ZTE surprised operators.", "NCSC's warning | uk-ncsc warn zte"],
  [
    'A Commerce Department denial order stopped ZTE.',
    'Commerce Department denial order | us-commerce deny-export zte',
  ],
  ['The US ban on ZTE was lifted in July.', 'US ban | us-government ban zte'],
  [
    "The Pentagon's ban on Huawei phones takes effect at once.",
    "Pentagon's ban | us-dod ban huawei",
  ],
  ["The FCC's order against Huawei takes effect in June.", "FCC's order | us-fcc restrict huawei"],
  [
    "London's decision to ban Huawei drew anger.",
    "London's decision to ban | uk-government ban huawei",
  ],
  ['The US crackdown on Huawei goes on.', 'US crackdown | us-government restrict huawei'],
  ['U.S. pressure on Huawei grew.', 'U.S. pressure | us-government urge-allies huawei'],
]

const PEOPLE: Row[] = [
  [
    'FBI Director Christopher Wray testified that Huawei is a risk.',
    'FBI Director Christopher Wray testified | us-fbi testify huawei',
  ],
  [
    'FCC Chairman Ajit Pai proposed new rules to block Huawei.',
    'FCC Chairman Ajit Pai proposed new rules | us-fcc restrict huawei proposed',
  ],
  [
    'US Secretary of State Mike Pompeo warned allies against Huawei.',
    'US Secretary of State Mike Pompeo warned | us-state urge-allies huawei',
  ],
  [
    'Commerce Secretary Wilbur Ross said ZTE had misled his officials.',
    'Commerce Secretary Wilbur Ross said | us-commerce charge zte',
  ],
  [
    'A Pentagon spokesman said Huawei phones were an unacceptable risk.',
    'Pentagon spokesman said | us-dod warn huawei',
  ],
  [
    'President Trump signed an executive order barring Huawei.',
    'President Trump signed an executive order | us-white-house restrict huawei',
  ],
  [
    'Senators Tom Cotton and Chris Van Hollen introduced legislation against ZTE.',
    'Senators Tom Cotton and Chris Van Hollen introduced legislation | us-congress legislate zte',
  ],
  [
    'The heads of US intelligence agencies told senators that Huawei was a danger.',
    'US intelligence agencies told | us-intelligence testify huawei',
  ],
]

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
    'Commerce Department said on Monday that it would ban | us-commerce ban zte proposed',
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

const NOTHING: string[] = [
  'The FCC said Huawei makes routers.',
  'Huawei sued the FCC over the ban.',
  'Huawei opened a lab in Washington.',
  'US officials briefed reporters on Huawei.',
  'The European Union is the largest market of Huawei.',
  'US companies banned staff from Huawei events.',
  'Huawei stores in China banned smoking.',
  'According to the FBI, Huawei grew.',
  'A university senate banned Huawei funding.',
  'Huawei e-commerce sites were fined.',
  'The banned company Huawei moved to the Pentagon area.',
  'Huawei uses the CIA triad; a report warned of gaps.',
  'Huawei base stations support NSA mode, which operators restrict.',
  'The BIS in Basel warned about ZTE bonds.',
  'Huawei staff join us; report bans to the desk.',
  'The NCSC court project was investigated while ZTE sold phones.',
]

describe('agency actions', () => {
  it.each(ACTIVE)('reads an active clause: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(PASSIVE)('reads a passive clause: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(NOMINAL)('reads a noun phrase: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(PEOPLE)('takes an official for the agency: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(CLAUSES)('reads lists, asides and chains: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(MODALITY)('records what did not or may not happen: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(ALLIES)('tells urging allies from warning: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(NOTHING)('sees no agency action in %j', (text) => {
    expect(actionsIn(text)).toEqual([])
  })
})
