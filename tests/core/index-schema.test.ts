import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseIndex } from '../../core/index-schema.ts'
import { readCommittedIndex } from '../committed-index.ts'

const index = readCommittedIndex()
const seeds = new Map(
  index.documents.map(({ id, file }) => [id, readFileSync(`seeds/${file}`, 'utf8')]),
)

describe('the committed index', () => {
  it('cites every passage to its exact place in its seed', () => {
    expect(index.passages.length).toBeGreaterThan(0)
    for (const { document, start, end, text } of index.passages)
      expect(seeds.get(document)?.slice(start, end)).toBe(text)
  })

  it('holds the hash of every seed', () => {
    for (const { file, sha256 } of index.documents)
      expect(
        createHash('sha256')
          .update(readFileSync(`seeds/${file}`))
          .digest('hex'),
      ).toBe(sha256)
  })

  it('rests no event and no reply on a reader’s comment', () => {
    const comments = new Set(
      index.passages.filter((one) => one.section === 'reader-comment').map((one) => one.id),
    )
    expect(comments.size).toBeGreaterThan(0)
    for (const { passages, replies } of index.events)
      for (const id of [...passages, ...replies]) expect(comments.has(id)).toBe(false)
  })

  it('gives every id once', () => {
    for (const list of [index.documents, index.entities, index.passages, index.events])
      expect(new Set(list.map((one) => one.id)).size).toBe(list.length)
  })
})

describe('a damaged index', () => {
  const [passage] = index.passages
  const [event] = index.events
  const [entity] = index.entities
  it.each<[string, unknown]>([
    ['nothing at all', undefined],
    ['a list', []],
    ['another version', { ...index, schemaVersion: 2 }],
    ['a negative offset', { ...index, passages: [{ ...passage, start: -1 }] }],
    ['an unknown action', { ...index, events: [{ ...event, action: 'applaud' }] }],
    ['a country that is none', { ...index, entities: [{ ...entity, country: 'Sweden' }] }],
    ['a passage without its document', { ...index, documents: [] }],
    ['an event without its passages', { ...index, passages: [] }],
  ])('is refused with a reason: %s', (_name, data) => {
    const parsed = parseIndex(data)
    expect(parsed.ok).toBe(false)
    if (!parsed.ok) expect(parsed.fault).toMatch(/\w/)
  })
})
