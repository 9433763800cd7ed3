import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { DigestRecord } from '../../core/digest/digest-record.ts'
import { digestSpec } from './harness/digest.ts'
import { until } from './harness/until.ts'
import type { View } from './harness/view.ts'

const SEEDS = new Map(
  readdirSync('seeds')
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, readFileSync(`seeds/${name}`, 'utf8')]),
)

type Saved = { name: string; text: Promise<string> }

/** From now on the view keeps what it would have the browser save. */
async function keepSaved(panel: View): Promise<void> {
  await panel.evaluate(() => {
    const saved: Saved[] = []
    const blobs = new Map<string, Blob>()
    const create = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      const address = create(blob)
      blobs.set(address, blob)
      return address
    }
    HTMLAnchorElement.prototype.click = function save() {
      saved.push({ name: this.download, text: blobs.get(this.href)?.text() ?? Promise.resolve('') })
    }
    Object.assign(globalThis, { saved })
  })
}

async function save(panel: View, form: string): Promise<{ name: string; text: string }> {
  await keepSaved(panel)
  await panel.click('button', 'Export')
  await panel.click('button', form)
  return until('the file', () =>
    panel.evaluate(async () => {
      const [first] = (globalThis as unknown as { saved: Saved[] }).saved
      return first && { name: first.name, text: await first.text }
    }),
  )
}

describe('an export of the digest', () => {
  const spec = digestSpec()
  const openClaims = () => spec.openChecked('/claims.html', 'altered')

  test('as JSON leads from each mention to quotes that stand in the documents', async () => {
    const { panel } = await openClaims()
    const { name, text } = await save(panel, 'JSON')
    expect(name).toMatch(/^source-context-looking-back-at-the-phone-orders-\d{4}-\d\d-\d\d\.json$/)
    const record = JSON.parse(text) as DigestRecord
    expect(record.page).toMatchObject({
      address: `${spec.rig.site.origin}/claims.html`,
      title: 'Looking back at the phone orders',
      published: { date: { value: '2019-06-14' } },
    })
    expect(record.pack.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(record.mentions.some(({ event }) => event !== undefined)).toBe(true)
    const files = new Map(record.documents.map((it) => [it.id, it.file]))
    const quotes = record.mentions.flatMap((mention) => mention.quotes)
    expect(quotes.length).toBeGreaterThan(5)
    for (const quote of quotes) {
      const seed = SEEDS.get(files.get(quote.document) ?? '')
      expect(seed?.slice(quote.start, quote.end)).toBe(quote.text)
    }
  })

  test('as CSV has a row for each mention and quote', async () => {
    const { panel } = await openClaims()
    const { name, text } = await save(panel, 'CSV')
    expect(name).toMatch(/\.csv$/)
    const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
    expect(new Set(rows.map((row) => row['kind']))).toEqual(
      new Set(['company', 'action', 'quotation', 'figure']),
    )
    for (const row of rows) expect(row['document sha-256']).toMatch(/^[0-9a-f]{64}$/)
  })

  test('as CSL-JSON has each quoted document, and the page', async () => {
    const { panel } = await openClaims()
    const { name, text } = await save(panel, 'CSL-JSON')
    expect(name).toMatch(/\.csl\.json$/)
    const items = JSON.parse(text) as { id: string; URL?: string }[]
    expect(items.length).toBeGreaterThan(2)
    expect(items.at(-1)?.URL).toBe(`${spec.rig.site.origin}/claims.html`)
  })

  test('as Markdown names the page and quotes', async () => {
    const { panel } = await openClaims()
    const { name, text } = await save(panel, 'Markdown')
    expect(name).toMatch(/\.md$/)
    expect(text).toMatch(/^# Looking back at the phone orders\n/)
    expect(text).toContain('## Numbers that differ')
  })
})
