import { describe, expect, it } from 'vitest'
import type { ContextFinder } from '../../../core/context/context.ts'
import { digestPage } from '../../../core/digest/digest.ts'
import { groupMentions, LIST_ORDERS } from '../../../core/digest/group-mentions.ts'
import type { ListedMention, PageReport } from '../../../core/page-report.ts'
import { smallLookup } from './small-index.ts'

let newest = 0
const listed = (more: object, sentence = 'A sentence.'): ListedMention =>
  ({ id: (newest += 1), surface: 'x', before: '', after: '', sentence, ...more }) as ListedMention
const zte = () => listed({ kind: 'company', company: 'zte' })
const act = (agency: string, action: string, target: string, sentence?: string) =>
  listed({ kind: 'action', agency, action, target, modality: 'asserted' }, sentence)

/** The ban is known; of anything else there is only background. */
const finder: ContextFinder = {
  find: ({ agency }) => ({
    ...(agency === 'dod' && { event: 'event-ban' }),
    passages: [
      { passage: 'ban', tier: agency === 'dod' ? 'same-event' : 'background', reason: '' },
      { passage: 'pay', tier: 'background', reason: '' },
    ],
    replies: [],
    conflicts: [],
  }),
}
const mentions = [
  zte(),
  act('dod', 'ban', 'huawei', 'In 2018 they banned it.'),
  act('fcc', 'warn', 'zte'),
  act('dod', 'ban', 'huawei'),
  zte(),
]
const report: PageReport = {
  title: 'T',
  address: 'https://a.example/',
  site: 'a.example',
  off: false,
  locked: false,
  mentions,
}
const digest = digestPage(new Map([[0, report]]), finder, smallLookup)

describe('the list of mentions', () => {
  it('says where the sources hold only background, and counts documents where they hold more', () => {
    const groups = groupMentions(digest, 'event', smallLookup)
    expect(groups.map(({ label, note }) => [label, note])).toEqual([
      ['Defense Department · ban · Huawei', '1 document'],
      ['FCC · warning · ZTE', 'background only'],
      ['ZTE', 'background only'],
    ])
  })

  it('joins mentions of one event, in the order of the page', () => {
    const [first] = groupMentions(digest, 'event', smallLookup)
    expect(first?.mentions.map((one) => one.id)).toEqual([mentions[1]?.id, mentions[3]?.id])
  })

  it('is one list without headings in the order of the page', () => {
    const [all, ...more] = groupMentions(digest, 'page', smallLookup)
    expect(more).toEqual([])
    expect(all?.label).toBeUndefined()
    expect(all?.mentions.map((one) => one.id)).toEqual(mentions.map((one) => one.id))
  })

  it('goes by agency and by company', () => {
    const labels = (order: 'agency' | 'company') =>
      groupMentions(digest, order, smallLookup).map((group) => group.label)
    expect(labels('agency')).toEqual(['Defense Department', 'FCC', 'ZTE'])
    expect(labels('company')).toEqual(['Actions on Huawei', 'Actions on ZTE', 'ZTE'])
  })

  it.each(LIST_ORDERS)('ordered by %s, leaves nothing out and lists nothing twice', (order) => {
    const ids = groupMentions(digest, order, smallLookup).flatMap((group) =>
      group.mentions.map((one) => one.id),
    )
    expect(ids.toSorted((a, b) => a - b)).toEqual(mentions.map((one) => one.id))
  })
})
