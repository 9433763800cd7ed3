import type { DateClue } from '../core/digest/page-date.ts'

const META = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="date" i]',
  'meta[name="pubdate" i]',
  'meta[name="publish-date" i]',
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
    ...firstOf(document, TIME).map((element) => ({
      place: 'time' as const,
      value: element.getAttribute('datetime') ?? element.textContent ?? '',
    })),
  ].filter((clue) => clue.value.trim() !== '')
}

function firstOf(document: Document, selectors: string[]): Element[] {
  return selectors.flatMap((selector) => document.querySelector(selector) ?? [])
}

function datesInJson(text: string): string[] {
  if (text.length > LONGEST_JSON) return []
  try {
    return [...publishedIn(JSON.parse(text))]
  } catch {
    // A page's data block is the page's affair; what is no JSON tells nothing.
    return []
  }
}

/** Every `datePublished`, wherever a page nests its articles. */
function* publishedIn(data: unknown): Generator<string> {
  if (typeof data !== 'object' || data === null) return
  if ('datePublished' in data && typeof data.datePublished === 'string') yield data.datePublished
  for (const value of Object.values(data)) yield* publishedIn(value)
}
