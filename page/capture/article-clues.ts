import type { FactClues } from '../../core/capture/pick-facts.ts'
import { readJsonLd } from '../../core/capture/read-json-ld.ts'
import { readDateClues } from '../page-date.ts'

const TITLES = ['og:title', 'citation_title', 'dc.title', 'twitter:title', 'parsely-title']
const PUBLISHERS = ['og:site_name', 'citation_publisher', 'dc.publisher', 'application-name']
const AUTHORS = ['author', 'article:author', 'citation_author', 'dc.creator', 'parsely-author']
const BYLINES = ['[rel~="author"]', '[itemprop="author"]', '.byline [class*="name" i]']

/** What a document says about itself in its data blocks, its head and its text. */
export function readArticleClues(document: Document, opened?: string): FactClues {
  const blocks = [...document.querySelectorAll('script[type="application/ld+json" i]')]
  const linked = readJsonLd(blocks.map((block) => block.textContent ?? ''))
  const authors = [linked.authors, metaOf(document, AUTHORS), textsOf(document, BYLINES)]
  return {
    titles: [
      ...linked.headline,
      ...metaOf(document, TITLES),
      ...onlyHeading(document),
      document.querySelector('title')?.textContent ?? '',
    ],
    publishers: [...linked.publisher, ...metaOf(document, PUBLISHERS)],
    authors: authors.find((names) => names.length > 0) ?? [],
    dates: readDateClues(document),
    addresses: [
      ...attributesOf(document, 'link[rel~="canonical" i]', 'href'),
      ...metaOf(document, ['og:url']),
      ...linked.address,
    ],
    ...(opened !== undefined && { opened }),
  }
}

/** Of several headings of the first rank none is surely the article's. */
function onlyHeading(document: Document): string[] {
  const headings = [...document.querySelectorAll('h1')]
  return headings.length === 1 ? headings.map((one) => one.textContent ?? '') : []
}

function metaOf(document: Document, names: string[]): string[] {
  return names.flatMap((name) =>
    ['name', 'property', 'itemprop'].flatMap((attribute) =>
      attributesOf(document, `meta[${attribute}="${name}" i]`, 'content'),
    ),
  )
}

function attributesOf(document: Document, selector: string, name: string): string[] {
  return [...document.querySelectorAll(selector)]
    .map((one) => one.getAttribute(name) ?? '')
    .filter((value) => value.trim() !== '')
}

function textsOf(document: Document, selectors: string[]): string[] {
  return selectors.flatMap((selector) =>
    [...document.querySelectorAll(selector)].slice(0, 3).map((one) => one.textContent ?? ''),
  )
}
