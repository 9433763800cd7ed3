import { describe, expect, it } from 'vitest'
import { createLookup, describeContext, type CardContent } from '../../../core/card/card-content.ts'
import { countSupport } from '../../../core/card/card-coverage.ts'
import type { Context, ContextQuery } from '../../../core/context/context.ts'
import type {
  Attribution,
  DateValue,
  Passage,
  SourceDocument,
  SourceIndex,
} from '../../../core/source-index.ts'

const month = (value: string): DateValue => ({ value, precision: 'month', basis: 'text' })

const document = (id: string, published: string): SourceDocument => ({
  id,
  file: `${id}.txt`,
  sha256: '',
  title: null,
  publisher: `The ${id}`,
  published: month(published),
  address: null,
  paragraphs: [],
})

type Made = Partial<Passage> & { id: string; document: string; text: string }
const passage = (made: Made): Passage => ({
  start: 0,
  end: made.text.length,
  section: 'body',
  stance: 'action',
  companies: [],
  agencies: [],
  actions: [],
  ...made,
})

const says = (speaker: string, more: Partial<Attribution> = {}): Attribution => ({
  speaker,
  standing: 'on-record',
  ...more,
})

const INDEX: SourceIndex = {
  schemaVersion: 1,
  documents: [
    document('Gazette', '2018-02'),
    document('Herald', '2018-05'),
    document('Post', '2018-11'),
  ],
  entities: [
    { id: 'huawei', kind: 'company', name: 'Huawei', aliases: [], country: 'CN', conflicts: [] },
    { id: 'zte', kind: 'company', name: 'ZTE', aliases: [], country: 'CN', conflicts: [] },
    { id: 'office', kind: 'agency', name: 'Trade Office', aliases: [], conflicts: [] },
    {
      id: 'unit',
      kind: 'agency',
      name: 'Export Unit',
      aliases: [],
      partOf: 'office',
      conflicts: [],
    },
    { id: 'council', kind: 'agency', name: 'FCC', aliases: [], conflicts: [] },
    { id: 'watch', kind: 'agency', name: 'Ofcom', aliases: [], conflicts: [] },
  ],
  passages: [
    passage({
      id: 'p1',
      document: 'Gazette',
      text: 'The unit stopped sales.',
      companies: ['zte'],
      agencies: ['unit'],
    }),
    passage({
      id: 'p2',
      document: 'Herald',
      text: 'Sales were halted, the Post has learned.',
      companies: ['zte'],
      attribution: says('The Post', { standing: 'reported-by-other' }),
    }),
    passage({
      id: 'p3',
      document: 'Post',
      text: 'We found that shipments ended in May.',
      companies: ['zte'],
    }),
    passage({
      id: 'p4',
      document: 'Herald',
      text: '“We obey,” Huawei said.',
      stance: 'response',
      companies: ['huawei'],
      attribution: says('Huawei'),
    }),
    passage({
      id: 'p5',
      document: 'Post',
      text: 'An insider says that ZTE denies it.',
      stance: 'response',
      companies: ['zte'],
      attribution: says('insider', { standing: 'anonymous' }),
    }),
    passage({
      id: 'p6',
      document: 'Post',
      text: 'They may spy, a paper claims of ZTE.',
      stance: 'allegation',
      companies: ['zte'],
      agencies: ['watch'],
    }),
  ],
  events: [
    {
      id: 'e1',
      agencies: ['unit', 'office'],
      action: 'deny-export',
      targets: ['zte', 'huawei'],
      status: 'in-force',
      passages: ['p1', 'p2', 'p3'],
      replies: ['p4'],
      conflicts: [
        {
          field: 'date',
          readings: [
            { value: '2018-02', passages: ['p1', 'p2'] },
            { value: '2018-05', passages: ['p3'] },
          ],
        },
      ],
    },
  ],
}
const lookup = createLookup(INDEX)

function describeFor(query: Partial<ContextQuery>, context: Partial<Context>): CardContent {
  const content = describeContext(
    lookup,
    { sentence: '', pageCompanies: [], ...query },
    { passages: [], replies: [], conflicts: [], ...context },
  )
  if (!content) throw new Error('no card')
  return content
}

const shown = (...ids: string[]) =>
  ids.map((passage) => ({ passage, tier: 'same-event' as const, reason: 'the same event' }))
const onEvent = (context: Partial<Context> = {}) =>
  describeFor(
    { agency: 'office', action: 'deny-export', target: 'zte' },
    { event: 'e1', passages: shown('p1'), ...context },
  )

describe('an event on a card', () => {
  it('names the mention’s own agency first', () => {
    expect(onEvent().event?.agencies).toEqual(['Trade Office', 'Export Unit'])
  })

  it('counts its documents, those that pass on another’s report once', () => {
    expect(onEvent().event?.support).toEqual({ documents: 3, independent: 2 })
  })

  it('gives each reading of a disagreement with the outlets and their places', () => {
    const [differ] = onEvent({ conflicts: INDEX.events[0]?.conflicts ?? [] }).disagreements
    expect(differ?.readings[0]).toEqual({
      value: '2018-02',
      publishers: ['The Gazette', 'The Herald'],
      places: [
        { publisher: 'The Gazette', passage: 'p1' },
        { publisher: 'The Herald', passage: 'p2' },
      ],
    })
  })
})

describe('independent documents', () => {
  it('are not those that carry the same report in nearly the same words', () => {
    const text = 'The office stopped the sale of phones on Monday, an official said.'
    const twice = createLookup({
      ...INDEX,
      passages: [
        passage({ id: 'w1', document: 'Gazette', text }),
        passage({ id: 'w2', document: 'Herald', text: text.replace('Monday', 'Tuesday') }),
      ],
    })
    expect(countSupport(twice, ['w1', 'w2'])).toEqual({ documents: 2, independent: 1 })
  })
})

describe('replies on a card', () => {
  it('tell who answers, and whether it is to this', () => {
    const { replies } = onEvent({ replies: ['p4', 'p5'] })
    expect(replies).toMatchObject([
      { by: ['Huawei'], firstHand: true, toThis: true },
      { by: ['ZTE'], firstHand: false, toThis: false },
    ])
  })

  it('are missed of each company that the event concerns and that does not answer it', () => {
    expect(onEvent().unanswered).toEqual(['ZTE'])
  })

  it('are missed without an event only where something is alleged and nothing answered', () => {
    const alleged = { passages: shown('p6') }
    expect(describeFor({ company: 'zte' }, { passages: shown('p1') }).unanswered).toEqual([])
    expect(describeFor({ company: 'zte' }, alleged).unanswered).toEqual([])
    const silent = createLookup({
      ...INDEX,
      passages: INDEX.passages.filter((it) => it.id !== 'p5'),
    })
    const query = { company: 'zte', sentence: '', pageCompanies: [] }
    const context = { ...alleged, replies: [], conflicts: [] }
    expect(describeContext(silent, query, context)?.unanswered).toEqual(['ZTE'])
  })
})

describe('what the sources do not cover', () => {
  const lackOf = (agency: string) => {
    const { nothingBy, noEventBy } = describeFor(
      { agency, action: 'ban', target: 'zte' },
      { passages: shown('p1') },
    ).coverage
    return { nothingBy, noEventBy }
  }

  it('is nothing for an agency with an event, its own or its unit’s', () => {
    expect(lackOf('unit')).toEqual({})
    expect(lackOf('office')).toEqual({})
  })

  it('is said of an agency that they never name, and of one that they name without an event', () => {
    expect(lackOf('council')).toEqual({ nothingBy: 'FCC' })
    expect(lackOf('watch')).toEqual({ noEventBy: 'Ofcom' })
  })
})

describe('a card', () => {
  it('is none where there is no passage to show', () => {
    const query = { company: 'zte', sentence: '', pageCompanies: [] }
    expect(
      describeContext(lookup, query, { passages: [], replies: [], conflicts: [] }),
    ).toBeUndefined()
  })

  it('says of a company where it is from and how many documents name it', () => {
    expect(describeFor({ company: 'zte' }, { passages: shown('p1') }).subject).toEqual({
      kind: 'company',
      company: 'zte',
      name: 'ZTE',
      country: 'CN',
      documents: 3,
    })
  })
})
