import type { ListedMention, PageReport } from '../../../core/page-report.ts'
import { queryFor } from '../../../core/context/context-query.ts'
import type { ContextFinder } from '../../../core/context/context.ts'
import { digestPage } from '../../../core/digest/digest.ts'
import type { DigestRecord } from '../../../core/digest/digest-record.ts'
import { makeRecord } from '../../../core/digest/make-record.ts'
import { checkFigures } from '../../../core/digest/number-check.ts'
import { createQuoteChecker } from '../../../core/digest/quote-check.ts'
import { settledMention } from './settled-mention.ts'
import { smallLookup } from './small-index.ts'

/** A page with three mentions, and what the digest shows of it: what is recorded and exported. */
export const SENTENCE = 'ZTE *settled* with the "Commerce Department" | for $892 million.'
export const OTHER_SENTENCE = 'ZTE then settled with the Commerce Department once more.'
export const report: PageReport = {
  title: 'What the <harbour> pays',
  address: 'https://lantern.example/pays?a=1&b=2',
  site: 'lantern.example',
  off: false,
  locked: false,
  mentions: [
    {
      id: 1,
      kind: 'company',
      company: 'zte',
      surface: 'ZTE',
      before: '',
      after: '',
      sentence: SENTENCE,
    },
    settledMention(2, { surface: '=settled with the Commerce Department', sentence: SENTENCE }),
    settledMention(3, { sentence: OTHER_SENTENCE }),
  ],
}
/** What the sources hold is not the export's affair: the same three answers, whatever is asked. */
export const finder: ContextFinder = {
  find: ({ agency, sentence }) => {
    if (sentence === OTHER_SENTENCE)
      return {
        event: 'event-ban',
        passages: [{ passage: 'risk', tier: 'same-event', reason: 'the same event' }],
        replies: [],
        conflicts: [],
      }
    const passages = agency === undefined ? ['fined', 'ban'] : ['pay', 'ross']
    const tier = agency === undefined ? 'background' : 'same-event'
    return {
      ...(agency !== undefined && { event: 'event-settle' }),
      passages: passages.map((passage) => ({ passage, tier, reason: tier })),
      replies: agency === undefined ? [] : ['open'],
      conflicts: [],
    }
  },
}
const checkQuote = createQuoteChecker(smallLookup)
/** What the digest shows, in the language that is spoken now. */
export const readPage = () => ({
  contextOf: (one: ListedMention) => finder.find(queryFor(one, [])),
  digest: digestPage(new Map([[0, report]]), finder, smallLookup),
  published: {
    place: 'meta',
    date: { value: '2019-06-14', precision: 'day', basis: 'text' },
  } as const,
  quotes: [
    checkQuote({
      id: 1,
      text: 'We are putting the town on notice that the games are over',
      before: '',
      after: '” Martin Keller said.',
    }),
  ].flatMap((one) => one ?? []),
  figures: checkFigures(smallLookup, {
    sentence: SENTENCE,
    act: 'settled',
    event: 'event-settle',
  }),
  pack: { extension: '1.2.3', schemaVersion: 1, sha256: 'a'.repeat(64) },
  accessed: '2020-01-02',
})
export const record: DigestRecord = makeRecord(smallLookup, readPage())
