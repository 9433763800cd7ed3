import type { EntityId, Span } from '../source-index.ts'

/**
 * The companies' names in plain letters as a tree of words, made when the extension is built: what is
 * plain in the text of a page is told by a few look-ups, long before tables and rules are ready.
 */
export type NameStep = {
  /** Whose name ends here; empty for an agency's. */
  id?: EntityId
  /** Only as written here; otherwise capitals may stand for small letters. */
  exact?: true
  /** A mark that belongs to the name ("Ltd."). */
  last?: string
  /** What may stand before the next word, besides white space or a hyphen. */
  marks?: string
  /** The id alone where a name ends and none goes on. */
  next?: Record<string, NameStep | EntityId>
}

/** A company's name that is surely one, whatever else the page says. */
export type NearName = Span & { company: EntityId }

/**
 * Tells the company's name at a place of a text: `undefined` where there is none, and also where it
 * takes more than a look to tell. What it finds, a full scan finds too. Written without patterns, each
 * of which a page would compile anew.
 */
export type NearNameFinder = (text: string, at: number) => NearName | undefined

/** `lines` are what `nearNames` makes of a lexicon; a line is read when a text holds its first word. */
export function createNearNameFinder(lines: string): NearNameFinder {
  const known = new Map<string, NameStep | undefined>()
  const first = (word: string) => {
    if (!known.has(word)) known.set(word, readLine(lines, word))
    return known.get(word)
  }
  return (text, at) => findNearName(first, text, at)
}

/** What stands around a name in prose: beside anything else it may be part of a word or an address. */
const BEFORE = ' \n\t\r\u00a0"\'(\u201c\u2018\u2014\u2013'
const AFTER = ' \n\t\r\u00a0"\'),;\u201d\u2019\u2014\u2013'
const STOPS = '.!?:'
const PLAIN_GAP = ' \n\t\r\u00a0-'

type StepAt = (word: string) => NameStep | undefined

function findNearName(first: StepAt, text: string, at: number): NearName | undefined {
  if (at > 0 && !BEFORE.includes(text.charAt(at - 1))) return undefined
  let to = wordEnd(text, at)
  let step = stepTo(first, text.slice(at, to))
  let found: NameStep | undefined
  let end = at
  while (step) {
    if (step.id !== undefined) {
      found = step
      end = to
    }
    const { next } = step
    const from = next ? gapEnd(text, to, step.marks) : to
    if (!next || from === to) break
    to = wordEnd(text, from)
    step = stepTo((word) => stepIn(next, word), text.slice(from, to))
  }
  if (!found?.id || !endsWord(text, end)) return undefined
  if (found.last !== undefined && text.startsWith(found.last, end)) end += found.last.length
  return { start: at, end, company: found.id }
}

function stepIn(next: Record<string, NameStep | EntityId>, word: string): NameStep | undefined {
  const step = Object.hasOwn(next, word) ? next[word] : undefined
  return typeof step === 'string' ? { id: step } : step
}

/** As it is written, or with capitals for small letters. */
function stepTo(find: StepAt, word: string): NameStep | undefined {
  if (word === '') return undefined
  const written = find(word)
  if (written) return written
  const usual = find(word.charAt(0) + word.slice(1).toLowerCase())
  return usual?.exact ? undefined : usual
}

function wordEnd(text: string, from: number): number {
  let to = from
  while (isLetter(text.charCodeAt(to))) to += 1
  return to
}

function gapEnd(text: string, from: number, marks = ''): number {
  let to = from
  for (let mark = text.charAt(to); mark && (PLAIN_GAP + marks).includes(mark);)
    mark = text.charAt((to += 1))
  return to
}

/** A digit or a letter of ASCII; `NaN` behind the end is none. */
function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)
}

function endsWord(text: string, end: number): boolean {
  const after = text.charAt(end)
  if (after === '' || AFTER.includes(after)) return true
  const next = text.charAt(end + 1)
  return STOPS.includes(after) && (next === '' || AFTER.includes(next))
}

/** Looks a first word up in sorted lines, halving them; there may be thousands. */
function readLine(lines: string, word: string): NameStep | undefined {
  const key = `${word}{`
  for (let [low, high] = [0, lines.length]; low < high;) {
    const start = lines.lastIndexOf('\n', (low + high) >> 1) + 1
    const next = lines.indexOf('\n', start)
    const line = lines.slice(start, next < 0 ? lines.length : next)
    if (line.startsWith(key))
      return JSON.parse(line.slice(word.length).replaceAll('~', '"')) as NameStep
    if (line < key) low = start + line.length
    else high = start - 1
  }
  return undefined
}
