import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceIndex } from '../../core/source-index.ts'
import type { Inputs } from '../../indexer/build-index.ts'
import { build, folderInputs, seedInputs } from './build-fixture.ts'

/** The seeds and all invented documents together: many that tell the same events. */
const all = join(seedInputs(), folderInputs('tests/indexer/fixtures'))
const full = build(all)
const files = full.documents.map(({ file }) => file)

function join(a: Inputs, b: Inputs): Inputs {
  const documents = [...entriesOf(a), ...entriesOf(b)]
  return { ...a, seeds: [...a.seeds, ...b.seeds], sources: JSON.stringify({ documents }) }
}

function entriesOf({ sources }: Inputs): { file: string }[] {
  return (JSON.parse(sources) as { documents: { file: string }[] }).documents
}

/** The index of some of the documents, given in the order of `names`. */
function indexOf(names: string[]): SourceIndex {
  const find = <One extends { file: string }>(list: One[]) =>
    names.flatMap((name) => list.find(({ file }) => file === name) ?? [])
  const sources = JSON.stringify({ documents: find(entriesOf(all)) })
  return build({ ...all, seeds: find(all.seeds), sources })
}

const shuffled = fc.shuffledSubarray(files, { minLength: files.length })
const some = fc.shuffledSubarray(files, { minLength: 1 })

describe('any documents', () => {
  it('give the same index in whatever order they come', () => {
    const wanted = JSON.stringify(full)
    fc.assert(
      fc.property(shuffled, (names) => {
        expect(JSON.stringify(indexOf(names))).toBe(wanted)
      }),
      { numRuns: 10 },
    )
  })

  it('keep their passages, whatever other documents there are', () => {
    const known = new Map(full.passages.map((passage) => [passage.id, JSON.stringify(passage)]))
    fc.assert(
      fc.property(some, (names) => {
        for (const passage of indexOf(names).passages)
          expect(JSON.stringify(passage)).toBe(known.get(passage.id))
      }),
      { numRuns: 10 },
    )
  })

  it('quote every passage from its place, and rest events on passages of the body', () => {
    const texts = new Map(
      all.seeds.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]),
    )
    fc.assert(
      fc.property(some, (names) => {
        const { documents, passages, events } = indexOf(names)
        const fileOf = new Map(documents.map(({ id, file }) => [id, file]))
        for (const { document, start, end, text } of passages)
          expect(texts.get(fileOf.get(document) ?? '')?.slice(start, end)).toBe(text)
        const body = new Set(passages.filter((one) => one.section === 'body').map(({ id }) => id))
        const used = events.flatMap((event) => [...event.passages, ...event.replies])
        expect(used.filter((id) => !body.has(id))).toEqual([])
      }),
      { numRuns: 10 },
    )
  })
})

it.each(files)('adding %s keeps all ids of events of before', (added) => {
  const ids = new Set(full.events.map(({ id }) => id))
  const before = indexOf(files.filter((file) => file !== added))
  expect(before.events.filter(({ id }) => !ids.has(id))).toEqual([])
})
