import { globSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Message = { message: string; placeholders?: Record<string, { content: string }> }
type Catalogue = Record<string, Message>

const FOLDER = 'public/_locales'
/** The browser fills in no more than nine values. */
const MOST_PLACEHOLDERS = 9
/** Chromium's store takes no longer description. */
const LONGEST_DESCRIPTION = 132

const read = (folder: string): Catalogue =>
  JSON.parse(readFileSync(`${FOLDER}/${folder}/messages.json`, 'utf8')) as Catalogue
const folders = readdirSync(FOLDER)
const english = read('en')

/** Messages in plural forms, by what stands before `_other`. */
const stems = Object.keys(english).flatMap((key) =>
  key.endsWith('_other') ? [key.slice(0, -'_other'.length)] : [],
)
const stemOf = (key: string) => stems.find((stem) => key.startsWith(`${stem}_`))

/** Names of all messages that a language has to have, with its own plural forms. */
function keysFor(tag: string): string[] {
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
  const single = Object.keys(english).filter((key) => stemOf(key) === undefined)
  return [...single, ...stems.flatMap((stem) => forms.map((form) => `${stem}_${form}`))]
}

/** The message that decides which values are given: English, or its last plural form. */
function modelOf(key: string): Message | undefined {
  const stem = stemOf(key)
  return english[stem === undefined ? key : `${stem}_other`]
}

describe.each(folders)('the messages in %s', (folder) => {
  const catalogue = read(folder)
  const entries = Object.entries(catalogue)

  it('name their language and its direction', () => {
    expect(catalogue['locale']?.message).toBe(folder.replace('_', '-'))
    expect(catalogue['direction']?.message).toMatch(/^(?:ltr|rtl)$/)
  })

  it('are all there, in the plural forms of the language, and no others', () => {
    const wanted = keysFor(catalogue['locale']?.message ?? '')
    expect(Object.keys(catalogue).toSorted()).toEqual(wanted.toSorted())
  })

  it('are nowhere empty, and have no space to lose at their ends', () => {
    const odd = entries.filter(([, { message }]) => message === '' || message.trim() !== message)
    expect(odd).toEqual([])
  })

  it('are given the same values, by the alphabetical order of their names', () => {
    for (const [key, { placeholders = {} }] of entries) {
      const names = Object.keys(modelOf(key)?.placeholders ?? {}).toSorted()
      expect(names.length, key).toBeLessThanOrEqual(MOST_PLACEHOLDERS)
      const wanted = names.map((name, at) => [name, { content: `$${at + 1}` }])
      expect(placeholders, key).toEqual(Object.fromEntries(wanted))
    }
  })

  it('say every value but the count, which some plural forms say in words', () => {
    for (const [key, { message, placeholders = {} }] of entries) {
      const said = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name)
      expect(Object.keys(placeholders), key).toEqual(expect.arrayContaining(said))
      const wanted = Object.keys(placeholders).filter((name) => name !== 'count')
      expect(said, key).toEqual(expect.arrayContaining(wanted))
    }
  })

  it('hold no stray dollar sign, which the browser would take for the place of a value', () => {
    const stray = entries.filter(([, { message }]) =>
      message.replaceAll(/\$\w+\$|\$\$/g, '').includes('$'),
    )
    expect(stray).toEqual([])
  })

  it('fit into what the store allows', () => {
    const { message = '' } = catalogue['manifest_description'] ?? {}
    expect(message.length).toBeLessThanOrEqual(LONGEST_DESCRIPTION)
  })

  it('leave the sentence to practise on in English, where agencies’ actions are found', () => {
    expect(catalogue['welcome_practice']).toMatchObject({
      message: english['welcome_practice']?.message,
    })
  })
})

describe('messages and code', () => {
  const CODE = '{components,core,entrypoints,extension,indexer,page}/**/*.{ts,tsx}'
  const code = [...globSync(CODE), 'wxt.config.ts'].map((file) => readFileSync(file, 'utf8'))
  const areas = new Set(Object.keys(english).flatMap((key) => /^[a-z]+(?=_)/.exec(key) ?? []))
  const named = new Set(
    code
      .flatMap((text) => [...text.matchAll(/'([a-z]+)_(\w+)'|__MSG_([a-z]+)_(\w+?)__/g)])
      .map(([, area, name, ownArea, ownName]) => [area ?? ownArea, name ?? ownName].join('_'))
      .filter((key) => areas.has(key.slice(0, key.indexOf('_')))),
  )
  const said = new Set(Object.keys(english).map((key) => stemOf(key) ?? key))

  it('name every message somewhere, so that none is translated in vain', () => {
    const other = new Set(['locale', 'direction'])
    expect([...said].filter((key) => !named.has(key) && !other.has(key))).toEqual([])
  })

  it('name no message that is not there', () => {
    expect([...named].filter((key) => !said.has(key))).toEqual([])
  })
})
