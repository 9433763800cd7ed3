import { describe, expect, it } from 'vitest'
import { createLookup, describeContext } from '../../../core/card/card-content.ts'
import { companiesOf, queryFor } from '../../../core/context/context-query.ts'
import { createContextFinder } from '../../../core/context/context.ts'
import { digestPage } from '../../../core/digest/digest.ts'
import {
  addCounts,
  countListed,
  type ListedMention,
  type PageReport,
} from '../../../core/page-report.ts'
import { readCommittedIndex } from '../../committed-index.ts'

const index = readCommittedIndex()
const lookup = createLookup(index)
const finder = createContextFinder(index)

let newest = 0
const company = (id: string): ListedMention => ({
  kind: 'company',
  company: id,
  id: (newest += 1),
  surface: id,
  before: '',
  after: '',
  sentence: `Here ${id} is named.`,
})
const pentagonBan = (): ListedMention => ({
  kind: 'action',
  agency: 'us-dod',
  action: 'ban',
  target: 'both',
  modality: 'asserted',
  id: (newest += 1),
  surface: 'the Pentagon ordered',
  before: '',
  after: '',
  sentence: 'In May the Pentagon ordered base stores to stop selling Huawei and ZTE phones.',
})
const frame = (mentions: ListedMention[]): PageReport => ({
  title: 'A page',
  address: 'https://news.example/a',
  site: 'news.example',
  off: false,
  locked: false,
  mentions,
})

describe('the digest of a page', () => {
  const frames = new Map([
    [4, frame([company('zte')])],
    [0, frame([company('huawei'), pentagonBan(), company('huawei'), company('zte')])],
  ])
  const digest = digestPage(frames, finder, lookup)

  it('lists actions first, then companies by number of mentions', () => {
    expect(digest.groups.map((group) => [group.mark, group.mentions.length])).toEqual([
      ['action', 1],
      ['huawei', 2],
      ['zte', 2],
    ])
  })

  it('keeps the page’s own mentions before those of its frames', () => {
    const zte = digest.groups.find((group) => group.mark === 'zte')
    expect(zte?.mentions.map((mention) => mention.frame)).toEqual([0, 4])
  })

  it('knows which of the sources’ events the page speaks of', () => {
    expect(digest.events.size).toBe(1)
    const [event] = digest.events
    expect(lookup.events.get(event ?? '')).toMatchObject({ action: 'ban', agencies: ['us-dod'] })
  })

  it('says how many documents speak of each', () => {
    for (const group of digest.groups) expect(group.documents).toBeGreaterThan(1)
  })

  it('takes title and address from the page itself', () => {
    expect(digest).toMatchObject({ title: 'A page', address: 'https://news.example/a', total: 5 })
  })

  it('of a page without mentions is empty', () => {
    expect(digestPage(new Map([[0, frame([])]]), finder, lookup)).toMatchObject({
      groups: [],
      total: 0,
    })
  })
})

describe('counts', () => {
  it('add up over frames and kinds', () => {
    const first = countListed([company('huawei'), pentagonBan(), company('own:Ericsson')])
    expect(addCounts([first, countListed([company('zte')])])).toEqual({
      huawei: 1,
      zte: 1,
      action: 1,
      own: 1,
    })
  })

  it('name the most frequent company first', () => {
    expect(companiesOf([company('zte'), company('huawei'), company('zte')])).toEqual([
      'zte',
      'huawei',
    ])
  })
})

describe('a card', () => {
  const cardFor = (mention: ListedMention) => {
    const query = queryFor(mention, ['huawei', 'zte'])
    return describeContext(lookup, query, finder.find(query))
  }

  it('shows the event with names, quotes with their exact place, and who published them', () => {
    const card = cardFor(pentagonBan())
    expect(card?.event).toMatchObject({ action: 'ban', targets: ['Huawei', 'ZTE'] })
    for (const quote of card?.quotes ?? []) {
      const passage = lookup.passages.get(quote.passage)
      expect(quote).toMatchObject({ text: passage?.text, start: passage?.start, end: passage?.end })
      expect(quote.publisher).not.toBe('')
    }
  })

  it('says so when the sources hold no event by the agency', () => {
    const card = cardFor({ ...pentagonBan(), agency: 'us-fcc' } as ListedMention)
    expect(card?.coverage.nothingBy).toBe(lookup.entities.get('us-fcc')?.name)
    expect(card?.event).toBeUndefined()
  })

  it('is nothing for a company that the index does not know', () => {
    expect(cardFor(company('no-such-company'))).toBeUndefined()
  })

  it('never shows a reader’s comment', () => {
    for (const mention of [company('huawei'), company('zte'), pentagonBan()])
      for (const quote of cardFor(mention)?.quotes ?? []) expect(quote.readerComment).toBe(false)
  })
})
