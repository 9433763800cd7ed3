import type { DateClue } from '../core/digest/page-date.ts'

const META = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="date" i]',
  'meta[name="pubdate" i]',
  'meta[name="publish-date" i]',
  'meta[name="publishdate" i]',
  'meta[name="article.published" i]',
  'meta[name="citation_publication_date" i]',
  'meta[name="dc.date" i]',
  'meta[name="dc.date.issued" i]',
  'meta[name="dcterms.created" i]',
  'meta[name="parsely-pub-date" i]',
]
/** A `time` outside these is as likely the date of something that the article tells. */
const TIME = [
  'time[pubdate]',
  'time[itemprop="datePublished"]',
  '[itemprop="datePublished"]',
  'article header time',
  'header time',
  'article time:first-of-type',
  'time[class*="publish" i]',
  'time[datetime][class*="date" i]:not([class*="update" i])',
]
/** Larger data blocks hold no article's head. */
const LONGEST_JSON = 200_000

/** What a document says about its own publication date, in its data block, head and text. */
export function readDateClues(document: Document): DateClue[] {
  return [
    ...[...document.querySelectorAll('script[type="application/ld+json" i]')].flatMap((script) =>
      datesInJson(script.textContent ?? '').map((value) => ({ place: 'json-ld' as const, value })),
    ),
    ...firstOf(document, META).map((element) => ({
      place: 'meta' as const,
      value: element.getAttribute('content') ?? '',
    })),
    ...[...firstOf(document, TIME), ...onlyTime(document)].map((element) => ({
      place: 'time' as const,
      value:
        element.getAttribute('datetime') ??
        element.getAttribute('title') ??
        element.textContent ??
        '',
    })),
  ].filter((clue) => clue.value.trim() !== '')
}

/** The one `time` of a page that has no other is its own. */
function onlyTime(document: Document): Element[] {
  const all = [...document.querySelectorAll('time[datetime]')]
  return all.length === 1 ? all : []
}

function firstOf(document: Document, selectors: string[]): Element[] {
  return selectors.flatMap((selector) => document.querySelector(selector) ?? [])
}

const PUBLISHED = /"datePublished"\s*:\s*"([^"]{4,40})"/
const ARTICLE = /Article|Posting|Report|Page|CreativeWork/

function datesInJson(text: string): string[] {
  if (text.length > LONGEST_JSON) return []
  try {
    const found = [...publishedIn(JSON.parse(text))]
    const own = found.filter(({ type }) => ARTICLE.test(type))
    return (own.length > 0 ? own : found).map(({ value }) => value)
  } catch {
    // Not a few pages wrap their data in what is no JSON; the date can be told all the same.
    return PUBLISHED.exec(text)?.slice(1) ?? []
  }
}

type Dated = { type: string; value: string }

/** Every `datePublished`, wherever a page nests its articles, and of what kind of thing. */
function* publishedIn(data: unknown): Generator<Dated> {
  if (typeof data !== 'object' || data === null) return
  if ('datePublished' in data && typeof data.datePublished === 'string')
    yield { type: '@type' in data ? String(data['@type']) : '', value: data.datePublished }
  for (const value of Object.values(data)) yield* publishedIn(value)
}
