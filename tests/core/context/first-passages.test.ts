import { describe, expect, it } from 'vitest'
import type { ActionKind, EntityId } from '../../../core/source-index.ts'
import type { Target } from '../../../core/mention.ts'
import { askCommitted } from './ask-committed.ts'

/** The passages that the tables name, each by its first words. */
const START = {
  order: 'THE PENTAGON has ordered',
  orderInMay: 'The Pentagon in May ordered',
  mandate: 'All Huawei and ZTE cellphones',
  hearing: 'In February, US intelligence directors',
  chiefs: 'The director of national intelligence and',
  committee: 'And in February, top officials',
  agencies: 'The American intelligence agencies',
  concern: 'US intelligence officials have expressed',
  wray: '“We’re deeply concerned',
  wrayGoesOn: 'He said that the devices',
  denial: 'Secretary of Commerce Wilbur',
  denialTold: 'Things have been even worse',
  denialMeans: 'The order against ZTE also means',
  lied: 'The Department of Commerce has now learned',
  ross: 'Secretary Ross said',
  settled: 'In March 2017, ZTE settled',
  agreed: 'ZTE agreed to pay',
  fined: 'ZTE was notably hit',
  conaway: 'Texas Representative',
  conawaySaid: 'In a statement, Conaway',
  senators: 'Earlier this month Republican',
  pressure: 'The U.S. government recently put pressure',
  urging: 'The United States is urging',
  pushing: 'The Wall Street Journal, citing sources',
  meeting: 'US officials are meeting',
  australia: 'The company announced in August',
  allies: 'Some other allies',
  ncsc: 'The UK National Cyber Security Centre',
  levy: 'Dr Ian Levy',
  blighty: 'Here in Blighty',
  unlike: 'Unlike Huawei, ZTE is',
  regime: 'U.S. officials believe',
  founded: 'Huawei–currently',
  in2012: 'Spying allegations against both',
  att: 'At the turn of the year',
  attAgain: 'Huawei recently saw AT&T',
  traded: '“As a publicly traded',
  trusted: 'ZTE insisted',
} as const
type Name = keyof typeof START

const NAMES = Object.keys(START) as Name[]
const nameOf = (text: string) => NAMES.find((name) => text.startsWith(START[name])) ?? text

const shown = (query: Parameters<typeof askCommitted>[0], count: number) =>
  askCommitted(query)
    .passages.slice(0, count)
    .map(({ text }) => nameOf(text))

type Action = [agency: EntityId, action: ActionKind, target: Target, sentence: string]
const firstFor = ([agency, action, target, sentence]: Action, count = 1) =>
  shown({ agency, action, target, sentence }, count)

describe('the first passage for an action', () => {
  it.each<[Name[], Action]>([
    [
      ['order', 'orderInMay'],
      ['us-dod', 'ban', 'both', 'The Pentagon stopped sales on its bases.'],
    ],
    [
      ['denial', 'denialTold', 'denialMeans'],
      ['us-bis', 'deny-export', 'zte', 'The denial order cut ZTE off.'],
    ],
    [
      ['lied', 'ross'],
      ['us-commerce', 'report', 'zte', 'Officials learned that ZTE had lied.'],
    ],
    [
      ['settled', 'fined'],
      ['us-doj', 'settle', 'zte', 'ZTE pleaded guilty to sales to Iran.'],
    ],
    [['senators'], ['us-congress', 'legislate', 'both', 'Senators Cotton and Rubio have a bill.']],
    [['conaway'], ['us-congress', 'legislate', 'both', 'Conaway of Texas wrote the bill.']],
    [['urging'], ['us-state', 'urge-allies', 'huawei', 'Diplomats press allies over Huawei.']],
    [['australia'], ['au-government', 'ban', 'both', 'Canberra kept both out of 5G.']],
    [
      ['ncsc', 'levy'],
      ['uk-ncsc', 'warn', 'zte', 'The centre advised carriers against ZTE.'],
    ],
    [['wray'], ['us-fbi', 'testify', 'both', 'Wray is concerned about firms beholden to others.']],
    [
      ['hearing', 'committee'],
      ['us-intelligence', 'testify', 'both', 'Six chiefs faced the Senate.'],
    ],
    [['in2012'], ['us-government', 'investigate', 'both', 'An American inquiry looked into both.']],
  ])('is one of %j: %j', (names, action) => {
    expect(names).toContain(firstFor(action)[0])
  })
})

describe('an action that the sources do not tell of', () => {
  it.each<[string, Name[], Action]>([
    [
      'by another ally: what the allies did',
      ['australia', 'allies'],
      ['ca-government', 'ban', 'both', 'Ottawa will keep the two out of its 5G networks.'],
    ],
    [
      'by a regulator against buying: what keeps the state from buying',
      ['pressure', 'senators', 'conaway'],
      ['us-fcc', 'ban', 'both', 'No federal subsidy may buy Huawei or ZTE network equipment.'],
    ],
    [
      'a law: the bills before it',
      ['conaway', 'senators'],
      ['us-congress', 'ban', 'both', 'The defence act keeps federal offices from buying either.'],
    ],
    [
      'a list of threats: who said what of ties to the state',
      ['regime', 'chiefs', 'conawaySaid'],
      [
        'us-fcc',
        'designate',
        'both',
        'The commission calls both a threat, close to the Communist Party.',
      ],
    ],
    [
      'the end of an order: the order',
      ['denial', 'denialTold', 'denialMeans'],
      ['us-commerce', 'lift', 'zte', 'The department let ZTE buy American components again.'],
    ],
    [
      'a deed to the other company: the agency’s own',
      ['denial', 'denialTold', 'denialMeans'],
      ['us-commerce', 'deny-export', 'huawei', 'The department cut Huawei off from chips.'],
    ],
    [
      'a judgement of the other company: the agency’s own',
      ['ncsc', 'levy', 'unlike', 'blighty'],
      ['uk-ncsc', 'evaluate', 'huawei', 'The centre can manage what risk Huawei brings.'],
    ],
  ])('%s', (_what, names, action) => {
    expect(firstFor(action, 3).filter((one) => names.includes(one as Name)).length).toBeGreaterThan(
      1,
    )
  })
})

describe('a company’s sentence that tells an action', () => {
  it.each<[Name[], EntityId, string]>([
    [['urging', 'meeting', 'pushing'], 'huawei', 'Washington lobbied its allies against Huawei.'],
    [['australia'], 'huawei', 'Australia had barred Huawei from 5G.'],
    [['settled', 'agreed', 'fined'], 'zte', 'ZTE settled over Iran and paid a billion dollars.'],
    [['conaway', 'senators'], 'zte', 'A bill would end federal buying from ZTE.'],
    [
      ['denial', 'denialTold', 'denialMeans'],
      'zte',
      'Exports to ZTE by American suppliers were blocked.',
    ],
    [['att', 'attAgain'], 'huawei', 'AT&T dropped its plan to sell a phone by Huawei.'],
  ])('begins with one of %j: %s: %s', (names, company, sentence) => {
    expect(names).toContain(shown({ company, sentence }, 1)[0])
  })
})

describe('a company’s sentence about the company', () => {
  it.each<[Name[], EntityId, string]>([
    [['founded', 'regime'], 'huawei', 'Its founder served in the People’s Liberation Army.'],
    [['traded', 'trusted'], 'zte', 'ZTE said that it obeys every law and works with carriers.'],
    [['unlike'], 'zte', 'Is ZTE a state-owned company?'],
  ])('begins with one of %j: %s: %s', (names, company, sentence) => {
    expect(names).toContain(shown({ company, sentence }, 1)[0])
  })
})

describe('a parliament', () => {
  it('speaks with many voices: its other matters are not the same agency’s', () => {
    const { passages } = askCommitted({
      agency: 'us-congress',
      action: 'warn',
      target: 'both',
      sentence: 'House investigators said that both might spy for China.',
    })
    expect(passages.map(({ tier }) => tier)).not.toContain('same-agency')
  })
})

describe('what a speaker goes on to say', () => {
  it('follows what he said', () => {
    const action: Action = ['us-fbi', 'testify', 'both', 'Wray told senators of his deep concern.']
    expect(firstFor(action, 4)).toEqual(expect.arrayContaining(['wray', 'wrayGoesOn']))
  })
})

describe('nothing closer than background', () => {
  it.each<Action>([
    ['us-commerce', 'lift', 'huawei', 'Huawei got ninety more days to serve rural carriers.'],
    ['us-doj', 'charge', 'huawei', 'Prosecutors charged its finance chief with fraud.'],
    ['cn-mofcom', 'warn', 'huawei', 'The ministry warned of a reply in kind.'],
    ['pl-government', 'charge', 'huawei', 'A sales director was charged with spying.'],
    ['br-anatel', 'lift', 'huawei', 'The regulator lets Huawei bid for spectrum.'],
    ['us-fcc', 'fine', 'huawei', 'The commission fined the importer.'],
  ])('for %s %s %s: %s', (agency, action, target, sentence) => {
    const { event, passages } = askCommitted({ agency, action, target, sentence })
    expect(event).toBeUndefined()
    expect(new Set(passages.map(({ tier }) => tier))).toEqual(new Set(['background']))
  })
  it.each([
    'Huawei opened a shop in Milan.',
    'Huawei appealed to a court in Lund.',
    'The new Huawei watch lasts two weeks.',
    'In Canada a manager of Huawei was arrested at the airport.',
    'Huawei sponsors a rugby team in Australia.',
  ])('for a company’s sentence about something else: %s', (sentence) => {
    const { passages } = askCommitted({ company: 'huawei', sentence })
    expect(passages.length).toBeGreaterThan(0)
    expect(new Set(passages.map(({ tier }) => tier))).toEqual(new Set(['background']))
  })
})

describe('what a sentence on later events brings first', () => {
  const ask = (query: Parameters<typeof askCommitted>[0]) => shown(query, 2)

  it('shows the bills for a law that a government enacted, not what else it did', () => {
    const sentence =
      'In August the US enacted a defence act that keeps its agencies from buying Huawei and ZTE gear.'
    const query = {
      agency: 'us-government',
      action: 'legislate',
      target: 'both',
      sentence,
    } as const
    expect(ask(query).every((name) => ['conaway', 'senators'].includes(name))).toBe(true)
  })

  it('takes what a government says of the risk for no old inquiry of it', () => {
    const sentence =
      'The US has warned that Huawei equipment may hold back doors that could be used for espionage.'
    const query = { agency: 'us-government', action: 'warn', target: 'huawei', sentence } as const
    expect(askCommitted(query).event).toBeUndefined()
  })

  it('reads an investigative report for the inquiry that it tells', () => {
    const sentence =
      'The House Intelligence Committee released its investigative report on whether Huawei and ZTE equipment threatens US infrastructure.'
    const query = {
      agency: 'us-house-intelligence',
      action: 'report',
      target: 'both',
      sentence,
    } as const
    expect(ask(query)[0]).toBe('in2012')
  })

  it('keeps to the words of a sentence that tells no act', () => {
    const sentence = 'Huawei is the largest telecommunications company of the world.'
    expect(ask({ company: 'huawei', sentence })[0]).toBe('founded')
  })

  it('shows what names no company where it tells the same matter', () => {
    const sentence =
      'Washington thought of building a national 5G network of its own to keep Huawei out.'
    const texts = askCommitted({ company: 'huawei', sentence }).passages.map(({ text }) => text)
    expect(texts.some((text) => text.startsWith('A government report also recently'))).toBe(true)
  })
})
