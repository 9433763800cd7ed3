import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * Most characters that both stores take. Chrome: name 75, summary 132, description 16,000. Firefox: name
 * 50, summary 250, description 15,000.
 */
const LIMITS = { name: 50, summary: 132, description: 15_000 }
const LANGUAGES = readdirSync('public/_locales')

it('is there in every language of the extension, and in no other', () => {
  const files = readdirSync('docs/store/listing')
  expect(files.toSorted()).toEqual(LANGUAGES.map((it) => `${it}.json`).toSorted())
})

describe.each(LANGUAGES)('the listing in %s', (language) => {
  const listing = JSON.parse(readFileSync(`docs/store/listing/${language}.json`, 'utf8')) as Record<
    string,
    string
  >

  it.each(Object.entries(LIMITS))('has a %s of at most %i characters', (part, most) => {
    expect(listing[part]?.trim()).toBeTruthy()
    expect([...(listing[part] ?? '')].length).toBeLessThanOrEqual(most)
  })

  it('names the extension as the extension does', () => {
    const messages = readFileSync(`public/_locales/${language}/messages.json`, 'utf8')
    const { manifest_name } = JSON.parse(messages) as Record<string, { message: string }>
    expect(listing['name']).toBe(manifest_name?.message)
  })
})
