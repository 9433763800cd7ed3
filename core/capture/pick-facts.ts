import { pickPageDate, readDate, type DateClue } from '../digest/page-date.ts'
import type { CapturedFacts } from './captured.ts'
import { plainWords } from './plain-words.ts'

/** Statements of a page or a file about itself, the most trustworthy first, as they stand there. */
export type FactClues = {
  titles: string[]
  publishers: string[]
  authors: string[]
  dates: DateClue[]
  addresses: string[]
  /** Where the page was opened; `undefined` for a file. */
  opened?: string
}

export const LONGEST_TITLE = 300
export const LONGEST_PUBLISHER = 120
export const LONGEST_AUTHOR = 200
const DAY = 86_400_000

/** The first of each kind of statement that can be true. `now`: no document is from later than that. */
export function pickFacts(clues: FactClues, now: number): CapturedFacts {
  const publisher =
    firstWords(
      clues.publishers.filter((one) => !isAddress(one)),
      LONGEST_PUBLISHER,
    ) || hostOf(clues.opened)
  return {
    title: withoutOutlet(firstWords(clues.titles, LONGEST_TITLE), publisher),
    publisher,
    author: pickAuthors(clues.authors),
    published: pickPageDate(clues.dates.filter((clue) => isPast(clue.value, now)))?.date,
    address: pickAddress(clues),
  }
}

function firstWords(texts: string[], longest: number): string {
  return texts.map((text) => plainWords(text, longest)).find((words) => words !== '') ?? ''
}

/** Names, each once, without "By" before and without addresses of profiles. */
function pickAuthors(authors: string[]): string {
  const names = authors
    .filter((one) => !isAddress(one))
    .map((one) => plainWords(one, LONGEST_AUTHOR).replace(/^by\s+/i, ''))
    .filter((one) => one !== '')
  return plainWords([...new Set(names)].join(', '), LONGEST_AUTHOR)
}

/** "Ministry warns carriers | Example Gazette": what follows is the outlet's name, and no headline. */
function withoutOutlet(title: string, publisher: string): string {
  const cut = /^(.+?)\s+[|–—·-]\s+([^|–—·]+)$/u.exec(title)
  const last = cut?.[2]?.trim().toLowerCase()
  const isOutlet = last !== undefined && publisher !== '' && last === publisher.toLowerCase()
  return isOutlet ? (cut?.[1] ?? title) : title
}

/** A day's grace: somewhere it is tomorrow already. */
function isPast(value: string, now: number): boolean {
  const date = readDate(value)
  return date !== undefined && Date.parse(date) <= now + DAY
}

/** The address that the page calls its own, if it is one of the same host; else where it was opened. */
function pickAddress({ addresses, opened }: FactClues): string | null {
  const here = toAddress(opened)
  const own = addresses.flatMap((one) => toAddress(one, opened) ?? [])
  const kept = own.find((one) => !here || bareHost(one) === bareHost(here)) ?? here
  return kept?.href ?? null
}

function toAddress(text: string | undefined, base?: string): URL | undefined {
  if (text === undefined || !URL.canParse(text, base)) return undefined
  const address = new URL(text, base)
  if (!/^https?:$/.test(address.protocol) || address.href.length > 2000) return undefined
  address.hash = ''
  // Nobody's password is kept, nor shown in a citation.
  address.username = ''
  address.password = ''
  return address
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m|amp|mobile)\./, '')
}

function hostOf(opened: string | undefined): string {
  const address = toAddress(opened)
  return address ? bareHost(address) : ''
}

function isAddress(text: string): boolean {
  return /^\s*(?:https?:\/\/|@)/i.test(text)
}
