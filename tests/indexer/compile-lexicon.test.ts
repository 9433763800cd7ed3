import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileLexicon } from '../../indexer/compile-lexicon.ts'
import { formatFault } from '../../indexer/fault.ts'

const companies = { companies: [{ id: 'acme', name: 'Acme', aliases: ['Acme', 'Acme Corp.'] }] }
const agencies = {
  governmentNouns: ['government'],
  countries: [
    {
      code: 'US',
      government: 'us',
      names: ['United States', 'US'],
      adjectives: ['American'],
      seats: ['Washington'],
    },
  ],
  agencies: [
    { id: 'us', name: 'US government', country: 'US', aliases: ['federal government'] },
    {
      id: 'bureau',
      name: 'Bureau',
      partOf: 'us',
      aliases: ['US Bureau'],
      officials: ['Ann Lee'],
      surnames: ['Lee'],
    },
  ],
  titles: ['director'],
  generic: [{ form: 'the regulator', class: 'regulator' }],
}
const actions = {
  kinds: [{ kind: 'ban', verbs: [{ lemma: 'ban', double: true }], nouns: ['ban'] }],
  light: [{ lemma: 'issue' }],
  say: [{ lemma: 'say', past: 'said' }],
  refinements: [],
}

type Parts = { companies: unknown; agencies: unknown; actions: unknown }

const filesOf = (parts: Partial<Parts> = {}) =>
  Object.entries({ companies, agencies, actions, ...parts }).map(([name, value]) => ({
    name: `${name}.json`,
    text: typeof value === 'string' ? value : JSON.stringify(value, null, 2),
  }))

const faultsOf = (parts: Partial<Parts>) => compileLexicon(filesOf(parts)).faults.map(formatFault)

describe('compileLexicon', () => {
  it('compiles a lexicon without faults', () => {
    const { lexicon, faults } = compileLexicon(filesOf())
    expect(faults).toEqual([])
    expect(lexicon?.entities.map((one) => one.id)).toEqual(['acme', 'us', 'bureau'])
    expect(lexicon?.lexemes[0]).toEqual({
      kind: 'ban',
      verb: 'ban bans banned banned banning',
    })
  })
  it('gives a government its country and a bureau the long form of its name', () => {
    const { lexicon } = compileLexicon(filesOf())
    const entity = (id: string) => lexicon?.entities.find((one) => one.id === id)
    expect(entity('us')?.roles?.seat).toContain('Washington')
    expect(entity('bureau')?.names).toContain('United States Bureau')
  })
  it('is the same for the same files', () => {
    expect(compileLexicon(filesOf())).toEqual(compileLexicon(filesOf()))
  })
  it('reports bad JSON with its line', () => {
    expect(faultsOf({ companies: '{\n  "companies": [\n    oops\n' })[0]).toMatch(
      /^companies\.json:3: not valid JSON/,
    )
  })
  it('reports a missing file, and one that does not belong', () => {
    const faults = compileLexicon([{ name: 'extra.json', text: '{}' }]).faults.map(formatFault)
    expect(faults).toContain('extra.json:1: not a file of the lexicon')
    expect(faults).toContain('agencies.json:1: the file is missing')
  })
  it('reports an unknown field with its line', () => {
    const faults = faultsOf({
      companies: { companies: [{ id: 'acme', name: 'Acme', aliases: [], colour: 'red' }] },
    })
    expect(faults[0]).toMatch(/^companies\.json:\d+: companies\.0\.colour/)
    expect(faults[0]).not.toMatch(/^companies\.json:1:/)
  })
  it('reports an unknown kind of action', () => {
    expect(
      faultsOf({ actions: { ...actions, kinds: [{ kind: 'tickle', verbs: [], nouns: [] }] } })[0],
    ).toMatch(/^actions\.json:4: kinds\.0\.kind/)
  })
  it('reports a missing name', () => {
    expect(faultsOf({ companies: { companies: [{ id: 'acme', aliases: [] }] } })[0]).toMatch(
      /companies\.0\.name/,
    )
  })
  it('reports a doubled id and an unknown parent', () => {
    const list = [
      ...agencies.agencies,
      { id: 'us', name: 'Again', aliases: [] },
      { id: 'lost', name: 'Lost', partOf: 'none', aliases: [] },
    ]
    const faults = faultsOf({ agencies: { ...agencies, agencies: list } }).join('\n')
    expect(faults).toContain('the id "us" is used twice')
    expect(faults).toContain('"partOf" of "lost" names "none"')
  })
  it('reports a written form that two entities share', () => {
    const list = [...agencies.agencies, { id: 'other', name: 'Other', aliases: ['ACME'] }]
    expect(faultsOf({ agencies: { ...agencies, agencies: list } })[0]).toContain(
      '"Acme" is a name of acme and other',
    )
  })
  it('accepts a shared form where each is marked with context', () => {
    const shared = (context: string[]) => [{ form: 'ACB', ambiguous: 'two bodies', context }]
    const list = [
      ...agencies.agencies,
      { id: 'one', name: 'One', aliases: shared(['trade']) },
      { id: 'two', name: 'Two', aliases: shared(['sport']) },
    ]
    expect(faultsOf({ agencies: { ...agencies, agencies: list } })).toEqual([])
  })
  it('reports every fault, not the first only', () => {
    expect(faultsOf({ companies: { companies: [{}] }, actions: '{' }).length).toBeGreaterThan(2)
  })
  it('compiles the committed sources to the committed lexicon', () => {
    const folder = new URL('../../data/', import.meta.url)
    const read = (name: string) => ({
      name,
      text: fs.readFileSync(new URL(`lexicon/${name}`, folder), 'utf8'),
    })
    const { lexicon, faults } = compileLexicon(
      ['companies.json', 'agencies.json', 'actions.json'].map(read),
    )
    expect(faults).toEqual([])
    expect(JSON.parse(fs.readFileSync(new URL('lexicon.json', folder), 'utf8'))).toEqual(lexicon)
  })
})
