import { describe, expect, it } from 'vitest'
import type { SourceIndex } from '../../core/source-index.ts'
import { parseIndex } from '../../core/index-schema.ts'
import { build, fixtureInputs, seedInputs, withFixtures } from './build-fixture.ts'
import { SIXTH, WRAPPED } from './documents.ts'

const inputs = seedInputs()
const index = build(inputs)
const sixth = {
  file: '005_ottawa.txt',
  text: SIXTH,
  title: 'Ottawa weighs rules after allies act',
  published: { value: '2018-12-05', precision: 'day', basis: 'text' },
}
const more = build(withFixtures(inputs, [sixth]))

function textOf(file: string): string {
  const seed = inputs.seeds.find((one) => one.file === file)
  return seed ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(seed.bytes) : ''
}

function documentOf(of: SourceIndex, id: string) {
  const found = of.documents.find((document) => document.id === id)
  if (!found) throw new Error(`no document ${id}`)
  return found
}

describe('the index of the seeds', () => {
  it('quotes every passage from its place in its seed', () => {
    for (const { document, start, end, text } of index.passages) {
      expect(textOf(documentOf(index, document).file).slice(start, end)).toBe(text)
    }
  })

  it('covers every letter of the body with passages that do not overlap', () => {
    for (const { id, file, paragraphs } of index.documents) {
      const text = textOf(file)
      const passages = index.passages.filter(({ document }) => document === id)
      for (const { start, end } of paragraphs.filter(({ kind }) => kind === 'body')) {
        for (let at = start; at < end; at++) {
          if (/\s/.test(text[at] ?? '')) continue
          expect(passages.filter((one) => one.start <= at && at < one.end)).toHaveLength(1)
        }
      }
    }
  })

  it('has paragraphs of all seven kinds', () => {
    const kinds = new Set(
      index.documents.flatMap(({ paragraphs }) => paragraphs.map(({ kind }) => kind)),
    )
    expect([...kinds].sort()).toEqual(
      ['body', 'caption', 'heading', 'link', 'reader-comment', 'stamp', 'title'].sort(),
    )
  })

  it('rests events and conflicts on body passages that exist, never on a reader comment', () => {
    const sections = new Map(index.passages.map(({ id, section }) => [id, section]))
    const conflicts = [...index.events, ...index.entities].flatMap((one) => one.conflicts)
    const used = [
      ...index.events.flatMap(({ passages, replies }) => [...passages, ...replies]),
      ...conflicts.flatMap(({ readings }) => readings.flatMap(({ passages }) => passages)),
    ]
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((id) => sections.get(id) !== 'body')).toEqual([])
    expect(index.events.filter(({ passages }) => passages.length === 0)).toEqual([])
  })

  it('keeps the readers below the article in search, as comments', () => {
    const comments = index.passages.filter(({ section }) => section === 'reader-comment')
    expect(comments.map(({ text }) => text).join(' ')).toContain('tariffs')
    expect(comments.filter(({ actions }) => actions.length > 0)).toEqual([])
  })

  it('gives every id once', () => {
    for (const list of [index.documents, index.passages, index.events, index.entities]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    }
  })

  it('names only agencies and companies that it has', () => {
    const known = new Set(index.entities.map(({ id }) => id))
    const named = [...index.passages, ...index.events].flatMap((one) => one.agencies)
    expect(named.filter((id) => !known.has(id))).toEqual([])
  })

  it('is what readers of the index accept', () => {
    expect(parseIndex(JSON.parse(JSON.stringify(index)))).toEqual({ ok: true, index })
  })
})

describe('building', () => {
  it('gives the same bytes for the same documents, in whatever order they come', () => {
    const again = build({ ...seedInputs(), seeds: inputs.seeds.toReversed() })
    expect(JSON.stringify(again)).toBe(JSON.stringify(index))
  })

  it('keeps all ids when a document is added', () => {
    const ids = (of: SourceIndex) =>
      [...of.documents, ...of.passages, ...of.events].map(({ id }) => id)
    const added = new Set(ids(more))
    expect(ids(index).filter((id) => !added.has(id))).toEqual([])
  })

  it('keeps a document’s passages as they are when any other is taken away', () => {
    for (const { file, id } of index.documents) {
      const sources = JSON.parse(inputs.sources) as { documents: { file: string }[] }
      const documents = sources.documents.filter((one) => one.file !== file)
      const seeds = inputs.seeds.filter((one) => one.file !== file)
      const less = build({ ...inputs, seeds, sources: JSON.stringify({ documents }) })
      expect(less.passages).toEqual(index.passages.filter(({ document }) => document !== id))
    }
  })
})

describe('a sixth document', () => {
  const own = (of: SourceIndex) => of.documents.find(({ file }) => file === sixth.file)?.id
  const passage = (words: string) => {
    const found = more.passages.find(
      ({ document, text }) => document === own(more) && text.includes(words),
    )
    if (!found) throw new Error(`no passage with ${words}`)
    return found
  }
  const eventOf = (words: string) =>
    more.events.find(({ passages }) => passages.includes(passage(words).id))

  it('adds to an event that others tell', () => {
    const event = eventOf('The Pentagon in May ordered')
    expect(index.events.map(({ id }) => id)).toContain(event?.id)
    expect(event?.passages.length).toBeGreaterThan(1)
  })

  it('brings events of its own, with the reply to each', () => {
    const event = eventOf('the FCC banned carriers')
    expect(event).toMatchObject({
      agencies: ['us-fcc'],
      action: 'ban',
      targets: ['huawei', 'zte'],
      date: { value: '2018-10', basis: 'text' },
      status: 'in-force',
    })
    expect(event?.replies).toEqual([
      // Its own words come before those of the outlet.
      passage('Banning a supplier').id,
      passage('Huawei rejected the decision').id,
    ])
  })

  it('keeps words after "said:" with the one who said them', () => {
    expect(passage('every purchase is a bet')).toMatchObject({
      attribution: { speaker: 'Pat Lindqvist', role: 'Director of the Northern Telecom Institute' },
    })
    expect(passage('every purchase is a bet').text).toMatch(/^Pat Lindqvist/)
  })

  it('takes "Comments" and all below it for readers', () => {
    expect(passage('I have two').section).toBe('reader-comment')
  })

  it('is read alike with Windows line ends and a byte order mark', () => {
    const document = (text: string) =>
      build(fixtureInputs([{ file: 'a.txt', text, title: 'Carriers told to look again' }]))
    const plain = document(WRAPPED)
    const windows = document(`\uFEFF${WRAPPED.replaceAll('\n', '\r\n')}`)
    const told = (of: SourceIndex) =>
      of.passages.map(({ text, attribution, actions }) => [
        text.replace(/\s+/g, ' '),
        attribution,
        actions,
      ])
    expect(told(windows)).toEqual(told(plain))
    expect(plain.passages.map(({ text }) => text)).toContain('The commission has set no date.')
    expect(windows.events).toHaveLength(plain.events.length)
  })
})
