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

/** Width and height in px stand at bytes 16 and 20 of every PNG. */
function sizeOf(file: string): { width: number; height: number } {
  const bytes = readFileSync(`docs/store/images/${file}`)
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG')
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

describe('the pictures', () => {
  const pictures = readdirSync('docs/store/images')
  const screenshots = pictures.filter((it) => /^\d/.test(it))

  it('are one to five screenshots and both tiles', () => {
    expect(screenshots.length).toBeGreaterThan(0)
    expect(screenshots.length).toBeLessThanOrEqual(5)
    expect(pictures.filter((it) => !screenshots.includes(it)).toSorted()).toEqual([
      'promo-marquee.png',
      'promo-tile.png',
    ])
  })

  it.each(screenshots)('%s has the size of a screenshot', (file) => {
    expect(sizeOf(file)).toEqual({ width: 1280, height: 800 })
  })

  it('the tiles have the sizes that the store asks for', () => {
    expect(sizeOf('promo-tile.png')).toEqual({ width: 440, height: 280 })
    expect(sizeOf('promo-marquee.png')).toEqual({ width: 1400, height: 560 })
  })
})
