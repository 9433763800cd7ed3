import { describe, expect, it } from 'vitest'
import type { ActionKind, EntityId } from '../../../core/source-index.ts'
import type { Target } from '../../../core/mention.ts'
import { askCommitted } from './ask-committed.ts'

type Row = [agency: EntityId, action: ActionKind, target: Target, sentence: string]

const eventOf = ([agency, action, target, sentence]: Row) =>
  askCommitted({ agency, action, target, sentence }).event

const THE_ORDER = 'us-dod ban 2018-05'
const THE_DENIAL = 'us-bis+us-commerce deny-export 2018-04'
const THE_SETTLEMENT = 'us-government settle 2017-03'
const THE_CAMPAIGN = 'us-government urge-allies 2018-11'
const THE_HEARING = 'several testify 2018-02'

describe('the event that an action speaks of, told in other words', () => {
  it.each<[string, Row]>([
    [THE_ORDER, ['us-dod', 'ban', 'both', 'Base shops cleared their shelves of ZTE on orders.']],
    [THE_ORDER, ['us-dod', 'restrict', 'huawei', 'The Pentagon took Huawei handsets off sale.']],
    [THE_ORDER, ['us-army', 'ban', 'huawei', 'Army exchanges may sell no more Huawei phones.']],
    [THE_DENIAL, ['us-commerce', 'deny-export', 'zte', 'ZTE may buy no American chips.']],
    [THE_DENIAL, ['us-bis', 'ban', 'zte', 'The bureau cut the firm off for seven years.']],
    [THE_DENIAL, ['us-government', 'deny-export', 'zte', 'America stopped sales to the firm.']],
    [THE_DENIAL, ['us-white-house', 'deny-export', 'zte', 'Trump’s denial order crippled it.']],
    [THE_SETTLEMENT, ['us-bis', 'settle', 'zte', 'The bureau’s share came to $661 million.']],
    [THE_SETTLEMENT, ['us-doj', 'settle', 'zte', 'ZTE pleaded guilty and paid.']],
    [THE_SETTLEMENT, ['us-government', 'settle', 'zte', 'A record sum over sales to Iran.']],
    [THE_CAMPAIGN, ['us-state', 'urge-allies', 'huawei', 'Pompeo toured Europe’s capitals.']],
    [THE_CAMPAIGN, ['us-white-house', 'urge-allies', 'both', 'Aides lobby friendly cabinets.']],
    [THE_HEARING, ['us-fbi', 'testify', 'both', 'Its director would not carry such a phone.']],
    [THE_HEARING, ['us-intelligence', 'warn', 'both', 'Spy chiefs told buyers to stay away.']],
    [THE_HEARING, ['us-nsa', 'warn', 'huawei', 'The agency’s head spoke of the risk.']],
    [
      'us-government investigate 2012',
      ['us-house-intelligence', 'report', 'both', 'Its report of 2012 found both to be a threat.'],
    ],
    ['uk-ncsc warn 2018-04', ['uk-ncsc', 'evaluate', 'zte', 'The risk cannot be mitigated.']],
    ['au-government ban 2018-08', ['au-government', 'restrict', 'both', 'No part in 5G for them.']],
  ])('%s: %j', (event, row) => {
    expect(eventOf(row)).toBe(event)
  })
})

describe('an event that an action does not speak of', () => {
  it.each<Row>([
    ['us-dod', 'ban', 'huawei', 'In 2021 the Pentagon banned Huawei from its offices.'],
    ['us-house-intelligence', 'report', 'both', 'Its report found both to be a threat.'],
    ['us-fcc', 'warn', 'both', 'In 2018 the regulator warned of both.'],
    ['us-fcc', 'restrict', 'both', 'The regulator ends subsidies for carriers that buy Huawei.'],
    ['us-fcc', 'ban', 'huawei', 'The regulator bans new Huawei models.'],
    ['us-commerce', 'deny-export', 'huawei', 'Huawei may buy no American chips.'],
    ['us-government', 'ban', 'huawei', 'America shut Huawei out.'],
    ['us-state', 'urge-allies', 'huawei', 'In 2022 diplomats pressed Brazil about Huawei.'],
    ['uk-ncsc', 'warn', 'huawei', 'The centre worries about Huawei.'],
    ['ca-government', 'ban', 'both', 'Canada shut both firms out of 5G.'],
    ['us-commerce', 'settle', 'huawei', 'Huawei settled with the department.'],
  ])('%s %s %s: %s', (...row) => {
    expect(eventOf(row)).toBeUndefined()
  })
  it('is left open where two events fit a sentence alike: two bills', () => {
    expect(
      eventOf([
        'us-congress',
        'legislate',
        'both',
        'Lawmakers want a bill that keeps Huawei and ZTE out of federal offices.',
      ]),
    ).toBeUndefined()
  })
  it('is decided by a name that only one of the two has', () => {
    expect(
      eventOf([
        'us-congress',
        'legislate',
        'both',
        'Senators Tom Cotton and Marco Rubio have a bill.',
      ]),
    ).toBe('us-congress legislate 2018-02')
  })
})

describe('the event that a company’s sentence speaks of', () => {
  const eventIn = (company: EntityId, sentence: string) => askCommitted({ company, sentence }).event
  it('is one whose agency it names, in words of its evidence', () => {
    const sentence =
      'Since the Pentagon order, stores on American military bases sell no smartphones by Huawei.'
    expect(eventIn('huawei', sentence)).toBe(THE_ORDER)
  })
  it('is none of another kind', () => {
    const sentence =
      'ZTE settled with the Bureau of Industry and Security, as the U.S. Secretary of Commerce announced.'
    expect(eventIn('zte', sentence)).not.toBe(THE_DENIAL)
  })
  it('is none where nobody is named', () => {
    const sentence = 'Stores on bases were told to sell no smartphones made by ZTE to soldiers.'
    expect(eventIn('zte', sentence)).toBeUndefined()
  })
  it('is none where only a word or two are shared', () => {
    expect(eventIn('huawei', 'Pentagon, Huawei: stores.')).toBeUndefined()
  })
})
