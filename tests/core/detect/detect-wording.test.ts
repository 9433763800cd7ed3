import { describe, expect, it } from 'vitest'
import { actionsIn } from './find-mentions.ts'

type Row = [text: string, ...found: string[]]

const ROWS: Row[] = [
  [
    'The Bureau of Industry and Security ("BIS") has lifted the order against ZTE.',
    'Bureau of Industry and Security ("BIS") has lifted | us-bis lift zte',
  ],
  [
    'The National Defense Authorization Act ("NDAA") imposes tighter restrictions on Huawei gear.',
    'National Defense Authorization Act ("NDAA") imposes tighter restrictions | us-congress restrict huawei',
  ],
  [
    'Sen. Tom Cotton (R-Ark.) warned of Huawei.',
    'Sen. Tom Cotton (R-Ark.) warned | us-congress warn huawei',
  ],
  [
    'Sens. Tom Cotton (R-Ark.) and Chris Van Hollen (D-Md.) introduced a bill to bar ZTE.',
    'Sens. Tom Cotton (R-Ark.) and Chris Van Hollen (D-Md.) introduced | us-congress legislate zte',
  ],
  [
    'Rep. Mike Rogers (R-Mich.), chairman of the House Intelligence Committee, warned that ZTE was a risk.',
    'Rep. Mike Rogers (R-Mich.), chairman of the House Intelligence Committee, warned | us-house-intelligence warn zte',
  ],
  [
    "The FCC's proposal to help carriers bar Huawei gear is open for comment.",
    "FCC's proposal | us-fcc ban huawei proposed",
  ],
  [
    'The NCSC statement on the risk of ZTE gear ran to a page.',
    'NCSC statement | uk-ncsc warn zte',
  ],
  [
    'According to the Norwegian security service, Huawei gear is a danger to the state.',
    'Norwegian security service | no-pst warn huawei',
  ],
  [
    'On Monday Defence Secretary Ben Wallace stated, "Our side has now lifted the ban on ZTE."',
    'Defence Secretary Ben Wallace stated | uk-mod lift zte',
  ],
  [
    'Huawei has a ban in Australia, Japan and New Zealand to contend with; the company faces a ban in Canada.',
    'ban in Australia, Japan and New Zealand | au-government ban huawei',
    'ban in Canada | ca-government ban huawei',
  ],
  [
    'ZTE watched as bans on 5G gear were imposed in Denmark and Canada.',
    'imposed in Denmark and Canada | dk-government ban zte',
  ],
  [
    'Huawei kit is banned by law in Australia.',
    'banned by law in Australia | au-government ban huawei',
  ],
  [
    'London must decide whether to join Australia, Japan and other allies in blacklisting Huawei.',
    'Australia, Japan and other allies in blacklisting | au-government ban huawei possible',
  ],
  [
    'Huawei lost a deal in Oslo amid an effort by Washington to make its partners shun it.',
    'effort by Washington to make its partners shun | us-government urge-allies huawei proposed',
  ],
  [
    'The bureau lifted a three-month-long ban on ZTE at the urging of President Donald Trump.',
    'urging of President Donald Trump | us-white-house lift zte',
  ],
  [
    'Several countries, including the United States, have banned Huawei.',
    'United States, have banned | us-government ban huawei',
  ],
  [
    'Two carriers were notified by Ofcom that they cannot deploy Huawei radios.',
    'notified by Ofcom | uk-ofcom ban huawei',
  ],
  [
    "The committee's chairman instructed aides to investigate Huawei; the FBI instructed its staff to conduct a review of ZTE.",
    'FBI instructed | us-fbi investigate zte',
  ],
  [
    'Prague banned Huawei. Defence Minister Jan Novak commissioned an analysis of Huawei gear.',
    'Prague banned | cz-government ban huawei',
    'Defence Minister Jan Novak commissioned an analysis | cz-government investigate huawei',
  ],
  [
    'Poland introduced a blacklist of Huawei gear.',
    'Poland introduced a blacklist | pl-government ban huawei',
  ],
  [
    'The House Intelligence Committee announced that it will hold a hearing on Huawei.',
    'House Intelligence Committee announced that it will hold a hearing | us-house-intelligence testify huawei proposed',
  ],
  [
    'In Germany, the BSI and the interior ministry have tested Huawei equipment.',
    'BSI and the interior ministry have tested | de-bsi investigate huawei',
  ],
  [
    'Operators have been told by the UK government to stop installing Huawei gear.',
    'told by the UK government | uk-government restrict huawei',
  ],
  [
    "The Treasury Department's sanctions office is investigating ZTE.",
    "Treasury Department's sanctions office is investigating | us-treasury investigate zte",
  ],
  [
    'The House Intelligence Committee met. The panel chairman said Huawei gear was a risk.',
    'The panel chairman said | us-house-intelligence warn huawei',
  ],
  [
    'The Attorney General, George Brandis, says after talks with the agencies he will not lift the ban on Huawei.',
    'George Brandis, says after talks with the agencies he will not lift | au-government lift huawei negated',
  ],
  ['A federal grand jury indicted Huawei.', 'federal grand jury indicted | us-doj charge huawei'],
  [
    'The UK banned ZTE, and Australia, India and Japan have similar rules.',
    'UK banned | uk-government ban zte',
    'Australia, India and Japan have similar rules | au-government ban zte',
  ],
  [
    'The GCSB told Spark that its plan for Huawei was a risk to its network.',
    'GCSB told | nz-gcsb warn huawei',
  ],
  [
    'The NCSC has now reported to ministers that ZTE cannot be trusted.',
    'NCSC has now reported | uk-ncsc report zte',
  ],
  [
    'The House of Commons defence committee called for Huawei to be removed by 2025.',
    'House of Commons defence committee called for Huawei to be removed | uk-parliament restrict huawei',
  ],
  [
    'Senators Rubio and Cotton wrote to the FCC, asking it to bar ZTE.',
    'Senators Rubio and Cotton wrote to the FCC, asking it to bar | us-congress ban zte',
  ],
  [
    'Huawei, under US sanctions since 2019, makes chips.',
    'US sanctions | us-government restrict huawei',
  ],
  [
    'India will not allow Huawei to take part in trials, officials said.',
    'India will not allow | in-government ban huawei',
  ],
]

const NOTHING: string[] = [
  'The Pentagon list of Huawei affiliates is long.',
  'The chief of the BSI said Huawei had grown.',
  'Secretary Ross wrote: "ZTE makes phones."',
  'Huawei runs shops in several countries, including Australia, and sells phones there.',
  'Finnish officials informed journalists that Huawei had moved house.',
  'ZTE said it had no knowledge of a probe by the FTC.',
  'A blogger asked why the FCC regulates ZTE.',
  'Huawei wrote to members of Congress for their views on a law.',
  'ZTE agreed to pay the United States for its stand at the fair.',
  "Section 889's prohibitions matter to Huawei.",
  'The telecoms watchdog of Kenya said nothing of Huawei.',
  "Huawei shops under Canberra's bridges were closed.",
]

describe('agency actions in roundabout wording', () => {
  it.each(ROWS)('reads %j', (text, ...found) => {
    expect(actionsIn(text)).toEqual(found)
  })
  it.each(NOTHING)('sees no agency action in %j', (text) => {
    expect(actionsIn(text)).toEqual([])
  })
})
