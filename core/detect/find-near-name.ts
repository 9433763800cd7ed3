import type { EntityId, Span } from '../source-index.ts'

/** A company's name that is surely one, whatever else the page says. */
export type NearName = Span & {
  company: EntityId
  /** Behind the word that ended it: what comes later has no say. `Infinity` where no word did. */
  looked: number
}

/**
 * Tells the company's name at a place of a text: `undefined` where there is none, and also where it
 * takes more than a look to tell. What it finds, a full scan finds too. A page runs it cold, where code
 * costs more than text: there is little of it, and one pattern, which is compiled once if the first
 * text is long.
 */
export type NearNameFinder = (text: string, at: number) => NearName | undefined

/** What stands around a name in prose: beside anything else it may be part of a word or an address. */
const BEFORE = ' \n\t\r\u00a0"\'(\u201c\u2018\u2014\u2013'
const BEHIND = ' \n\t\r\u00a0"\'),;\u201d\u2019\u2014\u2013'
const STOPS = '.!?:'
/** A word, and what parts it from the one before: a line break and deep indentation at most. */
const WORD = /([^A-Za-z0-9]{0,60})([A-Za-z0-9]+)/y
/** Stands before whose a name is that must be written as it stands in the lines, capitals and all. */
export const EXACT = '='

/** `names` are the lines that `nearNames` makes of a lexicon. */
export function createNearNameFinder(names: string): NearNameFinder {
  // A page says the same few names again and again.
  const known = new Map<string, string>()
  return (text, at) => findNearName(names, known, text, at)
}

function findNearName(
  names: string,
  known: Map<string, string>,
  text: string,
  start: number,
): NearName | undefined {
  'use eager'
  if (!BEFORE.includes(text.charAt(start - 1))) return undefined
  let near = names
  let name = '\n'
  let owner = ''
  let end = start
  WORD.lastIndex = start
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const { 1: gap = '', 2: word = '' } = found
    if (gap !== '') name += gap === '-' ? ' ' : `${gap.trim()} `
    else near = known.get(word) ?? linesNear(names, word)
    let line = near.indexOf(name + word)
    const usual = line < 0 ? word.charAt(0) + word.slice(1).toLowerCase() : word
    if (usual !== word) line = near.indexOf(name + usual)
    if (line < 0) break
    name += usual
    // The names that may come to this one stand behind it, up to an empty line.
    near = near.slice(line, near.indexOf('\n\n', line) + 2)
    if (gap === '') known.set(word, near)
    const rest = near.slice(name.length, near.indexOf('\n', 1))
    if (rest > '/') break
    // Capitals for small letters, or an empty line: it takes more than a look.
    if (usual !== word && rest.includes(EXACT)) return undefined
    if (gap.indexOf('\n') !== gap.lastIndexOf('\n')) return undefined
    if (!rest.startsWith('\t')) continue
    owner = rest
    end = WORD.lastIndex
  }
  // Zero where no word has ended the loop, but the text or a long gap.
  const looked = WORD.lastIndex || Infinity
  const behind = text.charAt(end)
  const stops = STOPS.includes(behind) && BEHIND.includes(text.charAt(end + 1))
  if (!(stops || BEHIND.includes(behind))) return undefined
  const { 1: company, 2: last = '' } = owner.replace(EXACT, '').split('\t')
  if (!company) return undefined
  return { start, end: text.startsWith(last, end) ? end + last.length : end, company, looked }
}

/** So many characters are searched at once; in more, the part with a word is looked for by halving. */
const SEARCHED = 8192

function linesNear(names: string, word: string): string {
  'use eager'
  const key = `\n${word.toLowerCase()}`
  let low = 0
  let high = names.length - 2
  while (high - low > SEARCHED) {
    const middle = names.lastIndexOf('\n', (low + high) / 2)
    if (names.slice(middle, middle + key.length).toLowerCase() < key) low = middle
    else high = middle
  }
  return names.slice(low, names.indexOf('\n\n', high) + 2)
}
