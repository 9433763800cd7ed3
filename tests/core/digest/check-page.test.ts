import { describe, expect, it } from 'vitest'
import type { ContextFinder } from '../../../core/context/context.ts'
import { createPageChecker } from '../../../core/digest/check-page.ts'
import { digestPage } from '../../../core/digest/digest.ts'
import { createQuoteChecker } from '../../../core/digest/quote-check.ts'
import type { ListedMention, PageReading } from '../../../core/page-report.ts'
import type { EventId } from '../../../core/source-index.ts'
import { settledMention } from './settled-mention.ts'
import { smallLookup } from './small-index.ts'

const PAID = 'ZTE settled with the Commerce Department and paid $892 million.'
const settled = (id: number, more: Partial<ListedMention> = {}) =>
  settledMention(id, { sentence: PAID, ...more })

/** Answers each sentence with the event that it is said to speak of. */
const finderOf = (events: Record<string, EventId>): ContextFinder => ({
  find: ({ sentence }) => ({
    ...(events[sentence] !== undefined && { event: events[sentence] }),
    passages: [],
    replies: [],
    conflicts: [],
  }),
})

const NO_READING: PageReading = { quotations: [], dates: [] }
const check = (
  mentions: ListedMention[],
  finder = finderOf({ [PAID]: 'event-settle' }),
  reading = NO_READING,
) => {
  const frame = { title: '', address: '', site: undefined, off: false, locked: false, mentions }
  const checkPage = createPageChecker(smallLookup, finder, createQuoteChecker(smallLookup))
  const digest = digestPage(new Map([[0, frame]]), finder, smallLookup)
  return checkPage(digest, new Map([[0, reading]]))
}

describe('the checks of a page', () => {
  it('show a figure that differs once, however many mentions its sentence has', () => {
    const { figures } = check([settled(1), settled(2)])
    expect(figures.map((one) => one.figure.text)).toEqual(['$892 million'])
  })

  it.each(['negated', 'possible', 'proposed'] as const)('leave out what is %s', (modality) => {
    expect(check([settled(1, { modality })]).figures).toEqual([])
  })

  it('hold a figure against the event of its own sentence, not of the group’s first', () => {
    const other = `Later, ${PAID}`
    const finder = finderOf({ [PAID]: 'event-settle', [other]: 'event-ban' })
    const { figures } = check([settled(1), settled(2, { sentence: other })], finder)
    expect(figures.map((one) => one.sentence)).toEqual([PAID])
  })

  it('look at sentences that name a company alone, and at each sentence once', () => {
    const sentence = 'In March 2017 ZTE agreed to pay $892 million.'
    const named = { kind: 'company', company: 'zte', surface: 'ZTE', sentence } as const
    const { figures } = check([settled(1, named), settled(2, named)], finderOf({}))
    expect(figures.map((one) => one.figure.text)).toEqual(['$892 million'])
  })

  it('keep two places of the same quotation apart', () => {
    const text = 'These handsets may pose an unacceptable risk to our people'
    const quotations = [1, 2].map((id) => ({ id, text, before: '', after: '' }))
    const { quotes } = check([], finderOf({}), { quotations, dates: [] })
    expect(quotes.map((one) => [one.quotation.id, one.verdict])).toEqual([
      [1, 'identical'],
      [2, 'identical'],
    ])
  })

  it('tell that a dated page recounts an old event, unless it says when', () => {
    const dates = [{ place: 'meta' as const, value: '2019-06-14' }]
    const plain = 'ZTE settled with the Commerce Department.'
    const dated = 'ZTE settled with the Commerce Department two years ago.'
    const old = (sentence: string) =>
      check([settled(1, { sentence })], finderOf({ [sentence]: 'event-settle' }), {
        quotations: [],
        dates,
      }).old
    expect(old(plain)).toEqual(['event-settle'])
    expect(old(dated)).toEqual([])
  })
})
