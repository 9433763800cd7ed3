import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { captureArticle } from '../../page/capture/capture-article.ts'

const NOW = Date.parse('2024-06-01T12:00:00Z')
const PARAGRAPHS = [
  'The ministry warned carriers in May that the equipment could be switched off from abroad, an official said.',
  'The company answered that it had never been asked to do so, and that it would refuse if it were asked.',
  'Carriers said that they would study the warning, and that nothing would change before the summer.',
]
const capture = (head: string, body: string, opened?: string) =>
  captureArticle(
    parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)
      .document as unknown as Document,
    'page',
    NOW,
    opened,
  )
const ARTICLE = `<nav><a href="/x">Sports</a></nav><article><h1>Warning</h1>
  <p class="byline">By <a rel="author">Ada Penn</a></p>
  ${PARAGRAPHS.map((one) => `<p>${one}</p>`).join('\n')}</article><footer>Imprint</footer>`

describe('captureArticle', () => {
  it('keeps the article, a paragraph a line, and nothing around it', () => {
    const { text, whole } = capture('', ARTICLE)
    for (const one of PARAGRAPHS) expect(text.split('\n\n')).toContain(one)
    expect(text).not.toMatch(/Sports|Imprint/)
    expect(whole).toBeUndefined()
  })

  it.each([
    [
      'og and article',
      '<meta property="og:title" content="Warning"><meta property="og:site_name" content="Gazette"><meta name="author" content="Ada Penn"><meta property="article:published_time" content="2018-05-09T08:00:00Z">',
    ],
    [
      'citation',
      '<meta name="citation_title" content="Warning"><meta name="citation_publisher" content="Gazette"><meta name="citation_author" content="Ada Penn"><meta name="citation_publication_date" content="2018-05-09">',
    ],
    [
      'Dublin Core',
      '<meta name="DC.title" content="Warning"><meta name="DC.publisher" content="Gazette"><meta name="DC.creator" content="Ada Penn"><meta name="DC.date" content="2018-05-09">',
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"ReportageNewsArticle","headline":"Warning","publisher":{"name":"Gazette"},"author":{"name":"Ada Penn"},"datePublished":"2018-05-09"}</script>',
    ],
  ])('reads the facts from %s', (_name, head) => {
    expect(capture(head, ARTICLE).facts).toMatchObject({
      title: 'Warning',
      publisher: 'Gazette',
      author: 'Ada Penn',
      published: { value: '2018-05-09', precision: 'day' },
    })
  })

  it('reads a `time`, a by-line and a heading where the head says nothing', () => {
    const body = ARTICLE.replace('<p class', '<time datetime="2018-05-09">9 May</time><p class')
    expect(capture('', body).facts).toMatchObject({
      title: 'Warning',
      author: 'Ada Penn',
      published: { value: '2018-05-09' },
    })
  })

  it('keeps the canonical address of the same host', () => {
    const head = '<link rel="canonical" href="https://gazette.example/warning">'
    const { facts } = capture(head, ARTICLE, 'https://www.gazette.example/warning?utm=1#top')
    expect(facts.address).toBe('https://gazette.example/warning')
  })

  it('gives the text of a page that holds no article', () => {
    expect(capture('', '<ul><li>One</li><li>Two</li></ul>').text).toBe('One\n\nTwo')
  })

  it('leaves the document as it was', () => {
    const { document } = parseHTML(`<html><head></head><body>${ARTICLE}</body></html>`)
    const before = document.toString()
    captureArticle(document as unknown as Document, 'page', NOW)
    expect(document.toString()).toBe(before)
  })
})
