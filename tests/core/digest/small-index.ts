import { createLookup } from '../../../core/card/card-content.ts'
import type {
  Attribution,
  DateValue,
  Entity,
  Passage,
  SourceDocument,
  SourceEvent,
  SourceIndex,
} from '../../../core/source-index.ts'

/**
 * A made-up index, small enough to know by heart: three documents about a ban, a settlement and a
 * warning. Tests that must not change when the bundled documents do stand on it.
 */
const day = (value: string, basis: DateValue['basis'] = 'text'): DateValue => ({
  value,
  precision: value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day',
  basis,
})

type Line = [id: string, text: string, more?: Partial<Passage>]

const DOCUMENTS: [string, Partial<SourceDocument>, Line[]][] = [
  [
    'gazette',
    { title: 'Shops clear their shelves', publisher: 'The Gazette', published: day('2018-05-04') },
    [
      ['ban', 'The Pentagon told shops on its bases in May to stop selling Huawei handsets.'],
      [
        'risk',
        '“These handsets may pose an unacceptable risk to our people, our information and our mission,” a Pentagon spokesperson said.',
        { stance: 'allegation', attribution: spokesperson('Pentagon spokesperson') },
      ],
      [
        'open',
        'A Huawei spokesperson said: “We remain committed to openness and transparency. No government has ever asked us to weaken the security of any of our networks.”',
        { stance: 'response', attribution: spokesperson('Huawei spokesperson') },
      ],
      ['own', 'The shelves in the base shop stood half empty on the morning after the order.'],
    ],
  ],
  [
    'courier',
    { title: 'ZTE pays', publisher: 'The Courier', published: day('2017-03', 'inferred') },
    [
      ['pay', 'ZTE agreed to pay $1.19 billion to the Commerce Department for shipping to Iran.'],
      ['years', 'A denial of export privileges for seven years was suspended.'],
      [
        'ross',
        '“We are putting the world on notice that the games are over,” Commerce Secretary Ada Rossi said.',
        {
          stance: 'allegation',
          attribution: { speaker: 'Ada Rossi', role: 'Commerce Secretary', standing: 'on-record' },
        },
      ],
    ],
  ],
  [
    'ledger',
    { title: null, publisher: 'The Ledger', published: day('2018-11'), address: null },
    [
      ['fined', 'The firm was hit with a $1 billion fine in 2017.'],
      [
        'levy',
        'The use of such equipment cannot be mitigated within the existing national infrastructure, Dr Iris Levine of the Harbour Security Centre wrote.',
        {
          stance: 'allegation',
          attribution: { speaker: 'Iris Levine', role: 'director', standing: 'document' },
        },
      ],
      [
        'reader',
        'I think all of them should simply be thrown into the sea at once.',
        { section: 'reader-comment' },
      ],
    ],
  ],
]

function spokesperson(speaker: string): Attribution {
  return { speaker, standing: 'spokesperson' }
}

const ENTITIES: Entity[] = [
  ['huawei', 'company', 'Huawei', []],
  ['zte', 'company', 'ZTE', ['ZTE Corporation']],
  ['dod', 'agency', 'Defense Department', ['Pentagon', 'US Department of Defense']],
  ['army', 'agency', 'Army', ['US Army'], 'dod'],
  ['commerce', 'agency', 'Commerce Department', ['Department of Commerce']],
  ['centre', 'agency', 'Harbour Security Centre', ['HSC']],
  ['fcc', 'agency', 'FCC', []],
].map(([id, kind, name, aliases, partOf]) => ({
  id,
  kind,
  name,
  aliases,
  conflicts: [],
  ...(partOf && { partOf }),
})) as Entity[]

const EVENTS: SourceEvent[] = [
  {
    id: 'event-ban',
    agencies: ['dod'],
    action: 'ban',
    targets: ['huawei'],
    date: { ...day('2018-05', 'inferred'), phrase: 'in May' },
    status: 'in-force',
    passages: ['ban', 'risk'],
    replies: ['open'],
    conflicts: [],
  },
  {
    id: 'event-settle',
    agencies: ['commerce'],
    action: 'settle',
    targets: ['zte'],
    date: day('2017-03'),
    status: 'suspended',
    passages: ['pay', 'years', 'fined'],
    replies: [],
    conflicts: [],
  },
  {
    id: 'event-warn',
    agencies: ['centre'],
    action: 'warn',
    targets: ['zte'],
    status: 'announced',
    passages: ['levy'],
    replies: [],
    conflicts: [],
  },
]

/** The whole of a document's made-up text, passages one after the other. */
export const TEXTS = new Map(
  DOCUMENTS.map(([id, , lines]) => [id, lines.map(([, text]) => text).join('\n\n')]),
)

export const SMALL_INDEX: SourceIndex = {
  schemaVersion: 1,
  documents: DOCUMENTS.map(([id, facts, lines], at) => ({
    id,
    file: `${id}.txt`,
    sha256: String(at + 1).repeat(64),
    title: null,
    publisher: '',
    published: day('2018'),
    address: `https://${id}.example/story`,
    paragraphs: lines.map(([, text]) => ({ ...place(id, text), kind: 'body' })),
    ...facts,
  })),
  entities: ENTITIES,
  passages: DOCUMENTS.flatMap(([document, , lines]) =>
    lines.map(([id, text, more]) => ({
      id,
      document,
      text,
      ...place(document, text),
      section: 'body' as const,
      stance: 'action' as const,
      companies: ['huawei', 'zte'].filter((one) => text.toLowerCase().includes(one)),
      agencies: [],
      actions: [],
      ...more,
    })),
  ),
  events: EVENTS,
}

function place(document: string, text: string) {
  const start = TEXTS.get(document)?.indexOf(text) ?? 0
  return { start, end: start + text.length }
}

export const smallLookup = createLookup(SMALL_INDEX)
