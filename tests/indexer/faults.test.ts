import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inputs } from '../../indexer/build-index.ts'
import { createDetector } from '../../core/detect/detect.ts'
import { buildIndex, indexSeeds } from '../../indexer/build-index.ts'
import { decodeSeed } from '../../indexer/decode-seed.ts'
import { formatFault } from '../../indexer/fault.ts'
import { parseJson } from '../../indexer/parse-json.ts'
import { fixtureInputs, prepared, toEntry, toSeed } from './build-fixture.ts'

const GOOD = { file: 'good.txt', text: 'The ministry warned carriers about Huawei phones.\n' }
const good = fixtureInputs([GOOD])

function faultsOf(inputs: Inputs): string[] {
  // The project's own lexicon need not be compiled for every fault of a document.
  const ready = inputs.lexicon === good.lexicon
  const { index, faults } = ready
    ? indexSeeds(inputs, prepared())
    : buildIndex(inputs, createDetector)
  expect(index === undefined).toBe(faults.length > 0)
  return faults.map(formatFault)
}

function withSeed(bytes: Uint8Array | string): string[] {
  const own = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const documents = [toEntry(GOOD), toEntry({ ...GOOD, file: 'bad.txt' })]
  const sources = JSON.stringify({ documents }, null, 2)
  return faultsOf({ ...good, seeds: [...good.seeds, toSeed('bad.txt', own)], sources })
}

function withEntry(change: object): string[] {
  const sources = JSON.stringify({ documents: [{ ...toEntry(GOOD), ...change }] }, null, 2)
  return faultsOf({ ...good, sources })
}

describe('a malformed seed', () => {
  it.each([
    ['empty', '', 'bad.txt:1: empty'],
    ['only white space', ' \r\n\uFEFF\n', 'bad.txt:1: empty'],
    ['binary', 'One line.\nTwo\u0000lines.\n', 'bad.txt:2: contains a NUL byte: not a text file'],
    ['without a sentence', '2018-05-04\n', 'bad.txt:1: holds no sentence'],
  ])('is refused when it is %s', (_, text, fault) => {
    expect(withSeed(text)).toEqual([fault])
  })

  it('is refused in another encoding, at the line where that shows', () => {
    const latin1 = new Uint8Array([0x41, 0x2e, 0x0a, 0x63, 0x61, 0x66, 0xe9, 0x20, 0x2e])
    expect(withSeed(latin1)).toEqual(['bad.txt:2: not valid UTF-8: save it as UTF-8'])
    const utf16 = new Uint8Array([0xff, 0xfe, 0x41, 0x00])
    expect(withSeed(utf16)).toEqual(['bad.txt:1: is UTF-16: save it as UTF-8'])
  })

  it.each([
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0x41], 'bad.txt:1: is UTF-16: save it as UTF-8'],
    [
      'UTF-16 without a mark',
      [0x41, 0x00, 0x0a, 0x00],
      'bad.txt:1: contains a NUL byte: not a text file',
    ],
    ['Windows-1252', [0x93, 0x41, 0x94], 'bad.txt:1: not valid UTF-8: save it as UTF-8'],
  ])('is refused in %s', (_, bytes, fault) => {
    expect(withSeed(new Uint8Array(bytes))).toEqual([fault])
  })

  it('is refused when it is a copy of another, which is named', () => {
    expect(withSeed(GOOD.text)).toEqual(['bad.txt:1: is a copy of good.txt'])
  })

  it('is refused where a sentence is far too long for prose, at its line', () => {
    const faults = withSeed(`A line.\n${'word '.repeat(5_000)}\n`)
    expect(faults).toEqual(['bad.txt:2: a sentence of 24,999 characters: not prose'])
  })

  it('is refused when it is far too large', () => {
    expect(withSeed(new Uint8Array(9 * 1024 * 1024).fill(0x41))).toEqual([
      'bad.txt:1: larger than 8 MB: not an article',
    ])
  })

  it('is decoded or refused, whatever its bytes, and never changes in decoding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const { seed, fault } = decodeSeed({ file: 'a.txt', bytes, sha256: '' })
        expect(seed === undefined).toBe(fault !== undefined)
        if (seed) expect(new TextEncoder().encode(seed.text)).toEqual(bytes)
      }),
    )
  })
})

describe('sources.json', () => {
  it('must be JSON', () => {
    expect(faultsOf({ ...good, sources: '{\n  "documents": [,]\n}' })).toContain(
      'sources.json:2: not valid JSON: ",]" is unexpected here',
    )
    expect(faultsOf({ ...good, sources: '{\n "documents": []' })).toContain(
      'sources.json:2: not valid JSON: the end is unexpected here',
    )
  })

  it('names the place of every fault that JSON.parse finds', () => {
    const text = JSON.stringify({ documents: [toEntry(GOOD)] }, null, 2)
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.constantFrom('', '"', ',', '{', ']', '\\', 'x'),
        (at, put) => {
          const broken = text.slice(0, at) + put + text.slice(at + 1)
          const parsed = parseJson(broken, 'a.json')
          const line = 'fault' in parsed ? parsed.fault.line : 1
          expect(line).toBeGreaterThanOrEqual(1)
          // Everything before the named line can still be the beginning of JSON.
          if ('fault' in parsed)
            expect(line).toBeGreaterThanOrEqual(broken.slice(0, at).split('\n').length)
        },
      ),
    )
  })

  it('must list documents', () => {
    expect(faultsOf({ ...good, sources: '{}' })).toContain(
      'sources.json:1: "documents" is not a list',
    )
  })

  it('must have an entry for every seed, and a seed for every entry', () => {
    const documents = [toEntry({ ...GOOD, file: 'gone.txt' })]
    expect(faultsOf({ ...good, sources: JSON.stringify({ documents }, null, 2) })).toEqual([
      'sources.json:4: gone.txt: there is no such file',
      'good.txt:1: has no entry in sources.json',
    ])
  })

  it('must not have two entries for one seed', () => {
    const documents = [toEntry(GOOD), toEntry(GOOD)]
    const faults = faultsOf({ ...good, sources: JSON.stringify({ documents }, null, 2) })
    expect(faults).toEqual([
      expect.stringMatching(/^sources\.json:\d+: good\.txt has two entries$/),
    ])
  })

  it.each([
    ['title', { title: { value: 7 } }, '"title.value" must be a text or null'],
    ['publisher', { publisher: { value: null } }, '"publisher.value" must be a text'],
    ['address', { address: { value: 'nowhere' } }, '"address" is not a web address'],
    [
      'precision',
      { published: { value: '2018', precision: 'week', basis: 'text' } },
      '"published.precision" must be year, month or day',
    ],
    [
      'date',
      { published: { value: '2018-02-30', precision: 'day', basis: 'text' } },
      '"published.value" must be an existing day, such as 2018-05-02, 2018-05 or 2018',
    ],
    [
      'basis',
      { published: { value: '2018', precision: 'year', basis: 'guess' } },
      '"published.basis" must be text, inferred or looked-up',
    ],
  ])('must have a valid %s', (_, change, message) => {
    expect(withEntry(change)).toEqual([`sources.json:4: good.txt: ${message}`])
  })
})

describe('the lexicon', () => {
  it('must not give one name to two entities', () => {
    const lexicon = good.lexicon.map((file) =>
      file.name === 'companies.json'
        ? { ...file, text: file.text.replace('"中兴通讯"', '"华为技术"') }
        : file,
    )
    const faults = faultsOf({ ...good, lexicon })
    expect(faults).not.toEqual([])
    expect(faults.every((fault) => /^companies\.json:\d+: /.test(fault))).toBe(true)
  })
})

it('lists all faults of all inputs at once', () => {
  const seeds = [toSeed('a.txt', new Uint8Array()), toSeed('b.txt', new Uint8Array([0x80]))]
  const documents = ['a.txt', 'b.txt', 'c.txt'].map((file) => toEntry({ ...GOOD, file }))
  const faults = faultsOf({ seeds, sources: JSON.stringify({ documents }), lexicon: [] })
  for (const file of ['a.txt', 'b.txt', 'sources.json', 'companies.json']) {
    expect(faults.some((fault) => fault.startsWith(`${file}:`))).toBe(true)
  }
})
