import { readdirSync, readFileSync } from 'node:fs'
import type { NewDocument } from '../core/packs/pack.ts'
import { pickOne, seededRandom } from './engine/seeded-random.ts'

const FIXTURES = 'tests/indexer/fixtures'
const PARAGRAPHS = 8

/** The tests' invented news. */
export function paragraphs(): string[] {
  return readdirSync(FIXTURES)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => readFileSync(`${FIXTURES}/${file}`, 'utf8').split(/\n\s*\n/))
    .filter((paragraph) => paragraph.length > 60)
}

/** A document that depends on nothing but its number. */
export function synthesise(number: number): NewDocument {
  const random = seededRandom(number)
  const pool = paragraphs()
  const year = 2000 + Math.floor(random() * 25)
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
  const text = Array.from({ length: PARAGRAPHS }, () => pickOne(pool, random)).join('\n\n')
  return {
    kind: 'text',
    text: `${text.replaceAll(/\b(?:19|20)\d\d\b/g, String(year))}\n\nFile number ${number}.`,
    title: `Report ${number}`,
    publisher: `Outlet ${number % 40}`,
    published: { value: `${year}-${month}`, precision: 'month', basis: 'text' },
    address: null,
    file: `${number}.txt`,
    captured: 1_700_000_000_000,
  }
}
