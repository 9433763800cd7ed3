import type { EntityId, Span } from '../source-index.ts'

/** A company's name that is surely one, whatever else the page says. */
export type NearName = Span & { company: EntityId }

/**
 * Tells the company's name at a place of a text: `undefined` where there is none, and also where it
 * takes more than a look to tell. What it finds, a full scan finds too. A page runs it cold, where code
 * costs more than text: so there is little of it, and no pattern, which would be compiled twice.
 */
export type NearNameFinder = (text: string, at: number) => NearName | undefined

/** What stands around a name in prose: beside anything else it may be part of a word or an address. */
const BEFORE = ' \n\t\r\u00a0"\'(\u201c\u2018\u2014\u2013'
const BEHIND = ' \n\t\r\u00a0"\'),;\u201d\u2019\u2014\u2013'
const STOPS = '.!?:'

/** `names` are the lines that `nearNames` makes of a lexicon. */
export function createNearNameFinder(names: string): NearNameFinder {
  return (text, start) => {
    if (!BEFORE.includes(text.charAt(start - 1))) return undefined
    let near = names
    let name = '\n'
    let [company, last, end] = ['', '', start]
    for (let from = start, to = start; ; from = to) {
      const at = from > start ? runEnd(text, from, false) : start
      to = runEnd(text, at, true)
      const gap = text.slice(from, at)
      const word = text.slice(at, to)
      if (from === start && names.length > SEARCHED) near = linesNear(names, word)
      if (gap !== '') name += gap === '-' ? ' ' : `${gap.trim()} `
      let as = word
      let line = near.indexOf(name + as)
      if (line < 0) line = near.indexOf(name + (as = word.charAt(0) + word.slice(1).toLowerCase()))
      name += as
      const rest = near.slice(line + name.length, near.indexOf('\n', line + 1))
      if (line < 0 || to === at || rest > '/') break
      // Capitals for small letters, or an empty line: it takes more than a look.
      if (as !== word && rest.includes(EXACT)) return undefined
      if (gap.indexOf('\n') !== gap.lastIndexOf('\n')) return undefined
      if (rest.startsWith('\t')) {
        ;[, company = '', last = ''] = rest.split('\t')
        end = to
      }
    }
    const behind = text.charAt(end)
    const stops = STOPS.includes(behind) && BEHIND.includes(text.charAt(end + 1))
    if (company === '' || !(stops || BEHIND.includes(behind))) return undefined
    if (last !== '' && text.startsWith(last, end)) end += last.length
    return { start, end, company: company.replace(EXACT, '') }
  }
}

/** Stands before whose a name is that must be written as it stands in the lines, capitals and all. */
export const EXACT = '='

/** Longest word, and longest gap inside a name: a line break and deep indentation. */
const LONGEST = 60

/** Where letters and digits of ASCII end that begin at a place, or where what is none of them ends. */
function runEnd(text: string, from: number, letters: boolean): number {
  const limit = Math.min(text.length, from + LONGEST)
  for (let to = from; to < limit; to++) {
    const code = text.charCodeAt(to)
    const isLetter =
      (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)
    if (isLetter !== letters) return to
  }
  return limit
}

/** So many characters are searched at once; in more, the part with a word is looked for by halving. */
const SEARCHED = 8192

function linesNear(names: string, word: string): string {
  const key = `\n${word.toLowerCase()}`
  let low = 0
  let high = names.length - 2
  while (high - low > SEARCHED) {
    const middle = names.lastIndexOf('\n', (low + high) / 2)
    if (names.slice(middle, middle + key.length).toLowerCase() < key) low = middle
    else high = middle
  }
  return names.slice(low, names.indexOf('\n\n', high) + 1)
}
