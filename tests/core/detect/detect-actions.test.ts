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
  ['The Senate passed a bill that would hit ZTE.', 'Senate passed | us-senate legislate zte'],
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
    'accused of spying by the US government | us-government warn huawei',
  ],
  [
    'ZTE was banned by the US from buying parts.',
    'banned by the US | us-government deny-export zte',
  ],
  [
    'Huawei phones banned by the Pentagon are on sale elsewhere.',
    'banned by the Pentagon | us-dod ban huawei',
  ],
  ['The ban imposed by Washington hurt ZTE.', 'ban imposed by Washington | us-government ban zte'],
  [
    'Under a ban ordered by the Commerce Department, ZTE closed.',
    'ordered by the Commerce Department | us-commerce deny-export zte',
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
    'President Trump signed an executive order | us-white-house ban huawei',
  ],
  [
    'Senators Tom Cotton and Chris Van Hollen introduced legislation against ZTE.',
    'Senators Tom Cotton and Chris Van Hollen introduced | us-congress legislate zte',
  ],
  [
    'The heads of US intelligence agencies told senators that Huawei was a danger.',
    'US intelligence agencies told | us-intelligence testify huawei',
  ],
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
})
