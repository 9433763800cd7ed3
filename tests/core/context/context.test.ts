import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createContextFinder, MAX_PASSAGES } from '../../../core/context/context.ts'
import type { ContextQuery } from '../../../core/context/context.ts'
import type { Entity, Passage, SourceEvent, SourceIndex } from '../../../core/source-index.ts'
import { readCommittedIndex } from '../../committed-index.ts'

const entity = (id: string, kind: Entity['kind'], more: Partial<Entity> = {}): Entity => ({
  id,
  kind,
  name: id,
  aliases: [],
  conflicts: [],
  ...more,
})

const entities = [
  entity('huawei', 'company', { conflicts: [{ field: 'ownership', readings: [] }] }),
  entity('zte', 'company'),
  entity('us-government', 'agency', { country: 'US' }),
  entity('us-dod', 'agency', { country: 'US', partOf: 'us-government', aliases: ['Pentagon'] }),
  entity('us-commerce', 'agency', { country: 'US', partOf: 'us-government' }),
  entity('au-government', 'agency', { country: 'AU' }),
]

let count = 0
const passage = (document: string, text: string, more: Partial<Passage> = {}): Passage => ({
  id: `p${++count}`,
  document,
  start: 0,
  end: text.length,
  text,
  section: 'body',
  stance: 'action',
  companies: ['huawei'],
  agencies: [],
  actions: [],
  ...more,
})

const order = passage('a', 'The Pentagon ordered its shops to stop selling Huawei phones.', {
  agencies: ['us-dod'],
  actions: ['ban'],
})
const orderAgain = passage(
  'b',
  'Huawei phones are banned from the shops of bases by the Pentagon.',
  { agencies: ['us-dod'], actions: ['ban'] },
)
const warned = passage('c', 'The Pentagon warned its people about Huawei chargers.', {
  agencies: ['us-dod'],
  actions: ['warn'],
})
const blocked = passage('d', 'Australia blocked Huawei from its 5G network.', {
  agencies: ['au-government'],
  actions: ['ban'],
})
const fined = passage('d', 'ZTE paid a fine to the Commerce Department.', {
  agencies: ['us-commerce'],
  actions: ['fine'],
  companies: ['zte'],
})
const reply = passage('a', 'Huawei said its phones meet the highest standards.', {
  stance: 'response',
})
const founded = passage('b', 'Huawei was founded by a former officer.', { stance: 'background' })
const comment = passage('c', 'The Pentagon should stop selling Huawei phones in shops!', {
  section: 'reader-comment',
  agencies: ['us-dod'],
  actions: ['ban'],
})
const copy = passage('e', 'The Pentagon ordered its shops to stop selling Huawei phones', {
  agencies: ['us-dod'],
  actions: ['ban'],
})

const event: SourceEvent = {
  id: 'order',
  agencies: ['us-dod'],
  action: 'ban',
  targets: ['huawei'],
  status: 'in-force',
  date: { value: '2018-05', precision: 'month', basis: 'text' },
  passages: [order.id, orderAgain.id, copy.id],
  replies: [reply.id],
  conflicts: [{ field: 'date', readings: [] }],
}

const index: SourceIndex = {
  schemaVersion: 1,
  documents: [],
  entities,
  passages: [founded, reply, blocked, fined, warned, orderAgain, order, comment, copy],
  events: [event],
}
const finder = createContextFinder(index)

const ask = (query: Partial<ContextQuery>) =>
  finder.find({
    sentence: 'The Pentagon banned Huawei phones from its shops.',
    pageCompanies: ['huawei'],
    ...query,
  })
const ban = { agency: 'us-dod', action: 'ban', target: 'huawei' } as const

describe('context of an agency action', () => {
  it('shows the same event first, then the same agency, then background', () => {
    expect(
      ask(ban)
        .passages.map((one) => one.tier)
        .slice(0, 3),
    ).toEqual(['same-event', 'same-event', 'same-agency'])
    expect(ask(ban).event).toBe('order')
  })
  it('puts the closest words first within a tier', () => {
    const sentence = 'It ordered its shops to stop selling Huawei phones.'
    expect(ask({ ...ban, sentence }).passages[0]?.passage).toBe(order.id)
  })
  it('counts a repeated report once', () => {
    expect(ask(ban).passages.map((one) => one.passage)).not.toContain(copy.id)
  })
  it.each([
    ['of an event', [{ ...event, replies: ['said', 'copied', 'other'] }]],
    ['to anything', []],
  ])('shows a repeated reply %s once', (_, events) => {
    const response = { stance: 'response' } as const
    const said = passage('a', 'Huawei said its phones meet the highest standards of all.', response)
    const copied = passage(
      'd',
      '(Wire) Huawei said its phones meet the highest standards.',
      response,
    )
    const other = passage('e', 'Huawei called the order unfair to its buyers.', response)
    const replies = [
      { ...said, id: 'said' },
      { ...copied, id: 'copied' },
      { ...other, id: 'other' },
    ]
    const passages = [order, orderAgain, ...replies]
    const found = createContextFinder({ ...index, passages, events }).find({
      ...ban,
      sentence: 'The Pentagon banned Huawei phones from its shops.',
      pageCompanies: ['huawei'],
    })
    const shown = [...found.passages.map((one) => one.passage), ...found.replies]
    const answers = shown.filter((id) => replies.some((one) => one.id === id))
    expect(answers).toHaveLength(2)
    expect(answers).toContain('other')
  })
  it('puts the reply and the disagreements of the event beside it', () => {
    expect(ask(ban).replies).toEqual([reply.id])
    expect(ask(ban).conflicts).toEqual(event.conflicts)
  })
  it('knows the event told with another word for the action', () => {
    expect(ask({ ...ban, action: 'restrict' }).event).toBe('order')
  })
  it('takes a mention of another year for another event', () => {
    expect(
      ask({ ...ban, sentence: 'In 2021 the Pentagon banned Huawei phones.' }).event,
    ).toBeUndefined()
  })
  it('puts the company’s own words before what others tell of them', () => {
    const committed = readCommittedIndex()
    const passages = new Map(committed.passages.map((one) => [one.id, one]))
    const { replies } = createContextFinder(committed).find({
      ...ban,
      target: 'both',
      sentence: 'In May 2018 the Pentagon ordered shops on bases to stop selling Huawei phones.',
      pageCompanies: ['huawei', 'zte'],
    })
    const speakers = replies.map((id) => passages.get(id)?.attribution?.speaker)
    expect(speakers[0]).toBe('Huawei spokesperson')
  })
  it('lets a stated year decide between two events of a department and its government', () => {
    const committed = createContextFinder(readCommittedIndex())
    const query = { agency: 'us-commerce', action: 'settle', target: 'zte' } as const
    const eventIn = (sentence: string) =>
      committed.find({ ...query, sentence, pageCompanies: ['zte'] }).event
    const dates = new Map(readCommittedIndex().events.map(({ id, date }) => [id, date?.value]))
    const settled = 'ZTE settled with the Commerce Department'
    expect(dates.get(eventIn(`${settled} in March 2017.`) ?? '')).toBe('2017-03')
    expect(dates.get(eventIn(`${settled} in November 2018.`) ?? '')).toBe('2018-11')
  })
  it('takes another kind of action for another event', () => {
    expect(ask({ ...ban, action: 'fine' }).event).toBeUndefined()
  })
  it('offers an ally the other allies', () => {
    const found = ask({
      agency: 'au-government',
      action: 'ban',
      target: 'huawei',
      sentence: 'Australia banned Huawei.',
    })
    expect(found.passages[0]).toMatchObject({ passage: blocked.id })
    expect(found.passages[0]?.tier).not.toBe('background')
  })
  it('says honestly that nothing closer is there', () => {
    const found = ask({
      agency: 'us-commerce',
      action: 'lift',
      target: 'huawei',
      sentence: 'The Commerce Department gave Huawei a licence.',
    })
    expect(found.passages.length).toBeGreaterThan(0)
    expect(found.passages.every((one) => one.tier === 'background')).toBe(true)
    expect(found.event).toBeUndefined()
  })
})

describe('context of a company', () => {
  it('offers background, the closest first', () => {
    const found = ask({ company: 'huawei', sentence: 'Huawei was founded by an officer.' })
    expect(found.passages[0]).toMatchObject({ passage: founded.id, tier: 'background' })
  })
  it('adds what the sources disagree about', () => {
    expect(ask({ company: 'huawei' }).conflicts).toContainEqual({
      field: 'ownership',
      readings: [],
    })
  })
})

describe('every context', () => {
  const query = fc.record({
    agency: fc.constantFrom('us-dod', 'us-commerce', 'us-government', 'au-government', 'unknown'),
    action: fc.constantFrom('ban', 'warn', 'fine', 'lift', 'testify'),
    target: fc.constantFrom('huawei', 'zte', 'both', 'chinese-telecom', 'other'),
    sentence: fc.constantFrom(
      '',
      'Huawei phones',
      'The Pentagon banned Huawei phones.',
      '¿?',
      'ZTE fine',
    ),
    pageCompanies: fc.constant(['huawei']),
  }) as fc.Arbitrary<ContextQuery>
  it('is a card’s worth, without doubles and without readers’ comments, tiers in order', () => {
    const tiers = ['same-event', 'same-agency', 'same-action', 'background']
    fc.assert(
      fc.property(query, (one) => {
        const { passages, replies } = finder.find(one)
        const ids = [...passages.map((each) => each.passage), ...replies]
        expect(passages.length).toBeLessThanOrEqual(MAX_PASSAGES)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).not.toContain(comment.id)
        const order = passages.map((each) => tiers.indexOf(each.tier))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
    )
  })
  it('is the same for the same query', () => {
    fc.assert(
      fc.property(query, (one) => {
        expect(finder.find(one)).toEqual(finder.find(one))
      }),
    )
  })
  it('is empty for an empty index', () => {
    const empty = createContextFinder({
      schemaVersion: 1,
      documents: [],
      entities: [],
      passages: [],
      events: [],
    })
    expect(empty.find({ ...ban, sentence: 'x', pageCompanies: [] })).toEqual({
      passages: [],
      replies: [],
      conflicts: [],
    })
  })
})

describe('an action against Chinese telecoms as a whole', () => {
  const trade = { agency: 'us-dod', action: 'ban', target: 'chinese-telecom' } as const
  it('is read for the companies that the page names', () => {
    const sentence = 'The Pentagon ordered its shops to stop selling such phones.'
    expect(ask({ ...trade, sentence, pageCompanies: ['huawei'] }).event).toBe('order')
    expect(ask({ ...trade, sentence, pageCompanies: ['zte'] }).event).toBeUndefined()
  })
})

describe('an action by several', () => {
  it('is the event of any of them', () => {
    const by = { ...ban, agency: 'au-government' }
    expect(ask(by).event).toBeUndefined()
    expect(ask({ ...by, alsoBy: ['us-dod'] }).event).toBe('order')
  })
})
