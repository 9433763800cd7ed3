import { describe, expect, it } from 'vitest'
import { actionsIn } from './find-mentions.ts'

type Row = [text: string, ...found: string[]]

const REPORTS: Row[] = [
  [
    'Senators in Washington warned that Huawei was a risk.',
    'Senators in Washington warned | us-congress warn huawei',
  ],
  [
    'In Congress, senators warned that Huawei was a risk.',
    'senators warned | us-congress warn huawei',
  ],
  [
    'The BIS said it was adding Huawei to its export Entity List.',
    'BIS said it was adding | us-bis designate huawei',
  ],
  [
    'Director of National Intelligence Dan Coats told Congress that Huawei was a threat.',
    'Director of National Intelligence Dan Coats told | us-odni testify huawei',
  ],
  [
    'US intelligence chiefs, including those of the FBI and CIA, said people should not use Huawei phones.',
    'US intelligence chiefs, including those of the FBI and CIA, said | us-intelligence warn huawei',
  ],
  [
    'Ian Levy, technical director of the NCSC, said ZTE was a risk.',
    'Ian Levy, technical director of the NCSC, said | uk-ncsc warn zte',
  ],
  ['FCC orders carriers to rip and replace Huawei gear', 'FCC orders | us-fcc ban huawei'],
  ['US slaps export ban on ZTE', 'US slaps export ban | us-government deny-export zte'],
  [
    'ZTE slapped with a fine by the US government',
    'fine by the US government | us-government fine zte',
  ],
  [
    'Trump administration reaches deal with ZTE',
    'Trump administration reaches deal | us-white-house settle zte',
  ],
  [
    'The Commerce Department ended its ban on ZTE.',
    'Commerce Department ended its ban | us-commerce lift zte',
  ],
  [
    'ZTE was found by the Commerce Department to have lied.',
    'found by the Commerce Department | us-commerce report zte',
  ],
  ['Commerce lifts ban on ZTE', 'Commerce lifts | us-commerce lift zte'],
  [
    "Rep. Mike Conaway's bill would ban Huawei.",
    "Rep. Mike Conaway's bill | us-congress legislate huawei",
  ],
  [
    'The State Department has pressed Italy to exclude Huawei.',
    'State Department has pressed | us-state urge-allies huawei',
  ],
  [
    "France's ANSSI told operators not to renew Huawei licences.",
    "France's ANSSI told | fr-anssi warn huawei",
  ],
  ['The NCSC assess that ZTE kit is a risk.', 'NCSC assess | uk-ncsc report zte'],
  [
    'A US law prohibits carriers from buying Huawei gear.',
    'US law prohibits | us-congress legislate huawei',
  ],
  [
    "China's foreign ministry criticised the US ban on Huawei.",
    "China's foreign ministry criticised | cn-mfa warn huawei",
    'US ban | us-government ban huawei',
  ],
  [
    "Boris Johnson's government decided to ban Huawei.",
    "Boris Johnson's government decided to ban | uk-government ban huawei",
  ],
  ['Countries that host American military bases are to ban Huawei.'],
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

describe('agency actions in reports and headlines', () => {
  it.each(REPORTS)('reads reports and headlines: %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(NOTHING)('sees no agency action in %j', (text) => {
    expect(actionsIn(text)).toEqual([])
  })
})
