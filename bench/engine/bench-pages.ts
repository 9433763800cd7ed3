import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pickOne, seededRandom } from './seeded-random.ts'

/** A page that is measured. `huge`: a document of 1 MB and more. */
export type BenchPage = { name: string; html: string; huge: boolean }

const MEGABYTE = 1_000_000

/** The pages of a folder, those whose text is very long marked. */
export function readPages(folder: string): BenchPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .toSorted()
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8')
      return { name: file, html, huge: file.startsWith('huge-') }
    })
}

/** Documents of 1 to 8 MB: many paragraphs, and one text node without any element. */
export function makeHugePages(): BenchPage[] {
  return [
    { name: 'huge-1mb-paragraphs', html: paragraphs(1 * MEGABYTE, 400), huge: true },
    { name: 'huge-4mb-paragraphs', html: paragraphs(4 * MEGABYTE, 900), huge: true },
    { name: 'huge-8mb-one-node', html: oneNode(8 * MEGABYTE), huge: true },
  ]
}

const WORDS =
  'the harbour council met on Tuesday to hear how many boats were counted over winter and whether old nets may be sold before spring since prices for rope and timber have risen again while fewer visitors came than in other years so that hotels along the coast open later and two ferries stay at anchor until work on the northern pier is done'.split(
    ' ',
  )

/** Prose of about `length` characters that names nobody; the same for the same seed. */
export function makeProse(length: number, random: () => number): string {
  let text = ''
  while (text.length < length) {
    const count = 6 + Math.floor(random() * 14)
    const words = Array.from({ length: count }, () => pickOne(WORDS, random))
    const sentence = words.join(' ')
    text += `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. `
  }
  return text
}

function paragraphs(length: number, each: number): string {
  const random = seededRandom(length)
  const parts: string[] = []
  for (let made = 0; made < length; made += each)
    parts.push(`<p>${makeProse(each, random).replace(/\b(coast|pier)\b/g, '<a href="#x">$1</a>')}`)
  return documentOf(parts.join('\n'))
}

function oneNode(length: number): string {
  return documentOf(`<div>${makeProse(length, seededRandom(length))}</div>`)
}

export function documentOf(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${body}</body></html>`
}
