import { describe, expect, it } from 'vitest'
import { renderReport } from '../../indexer/render-report.ts'
import { build, fixtureInputs } from './build-fixture.ts'

const TEXT = `Pentagon acts

The Pentagon banned Huawei phones in March 2019. "We <never> spy & never will," a Huawei spokesman said.

Related: Masts`
const DOUBT = 'ZTE was fined $5 million by the Commerce Department in May 2019.'
const OTHER = 'The Commerce Department fined ZTE $7 million in May 2019.'

const documents = [
  { file: 'a.txt', text: TEXT, title: 'Pentagon acts' },
  { file: 'b.txt', text: DOUBT },
  { file: 'c.txt', text: OTHER },
].map((one) => ({ ...one, published: { value: '2019-06', precision: 'month', basis: 'text' } }))
const index = build(fixtureInputs(documents))
const texts = new Map(index.documents.map(({ id }, i) => [id, documents[i]?.text ?? '']))
const page = renderReport(index, texts)

describe('the page for review', () => {
  it('shows every passage, and every event with its quotations', () => {
    for (const { id } of index.passages) expect(page).toContain(`id="p-${id}"`)
    for (const { id, passages } of index.events) {
      expect(page).toContain(`id="e-${id}"`)
      for (const passage of passages) expect(page).toContain(`href="#p-${passage}"`)
    }
  })

  it('leads nowhere that is not on the page', () => {
    const anchors = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
    const links = [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(links.filter((link) => !anchors.has(link.slice(1)))).toEqual([])
  })

  it('loads nothing and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:/i)
  })

  it('shows the text as it stands, never as markup', () => {
    expect(page).toContain('&quot;We &lt;never&gt; spy &amp; never will,&quot;')
  })

  it('says who speaks, and puts readings that differ side by side', () => {
    expect(page).toContain('<b>Huawei spokesman</b>')
    expect(page).toContain('outlet’s own words')
    expect(page).toContain('<div class="reading">$5 million</div>')
    expect(page).toContain('<div class="reading">$7 million</div>')
  })

  it('names what is not body text by its kind', () => {
    expect(page).toContain('<span class="kind">title</span><span>Pentagon acts</span>')
    expect(page).toContain('<span class="kind">link</span><span>Related: Masts</span>')
  })
})
