import { readTerms } from '../../core/context/rank.ts'
import type { SearchFilter } from '../../core/digest/search.ts'
import { isNearWord } from '../../core/packs/near-word.ts'
import {
  isWord,
  MOST_PASSAGES,
  namedIn,
  documentAt,
  type Place,
} from '../../core/packs/postings.ts'
import { headedBy } from '../../core/packs/terms-of.ts'
import { readPlaces } from './find-places.ts'
import type { MadeDb } from './made-db.ts'

/** So many passages are ranked for one search; fifty are shown. */
const MOST_CANDIDATES = 400
/** Words that begin with what is typed, or are close to it, at most. */
const MOST_WORDS = 24
/** A word that is everywhere is read this far; the other words choose. */
const MOST_OF_WORD = 60_000

/**
 * Passages that have all words of a search: as they are, as beginnings, or, where nothing has them so,
 * misspelt. What is wanted besides words counts as a word.
 */
export async function searchPlaces(
  made: MadeDb,
  packs: number[],
  words: string,
  filter: SearchFilter,
): Promise<Place[]> {
  const typed = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const sets = await Promise.all([
    ...typed.map((word) => placesOfWord(made, packs, word)),
    ...[filter.company, filter.agency].flatMap((id) =>
      id === undefined ? [] : [placesOf(made, packs, [namedIn(id)])],
    ),
  ])
  const [smallest, ...others] = sets.toSorted((a, b) => a.size - b.size)
  if (!smallest) return []
  const found: Place[] = []
  for (const place of smallest) {
    if (found.length >= MOST_CANDIDATES) break
    if (others.every((set) => holds(set, place))) found.push(place)
  }
  return found
}

/** A document's heading stands for all its passages, at its first place. */
function holds(set: ReadonlySet<Place>, place: Place): boolean {
  return set.has(place) || set.has(headingAt(documentAt(place)))
}
const headingAt = (document: number) => -document

async function placesOfWord(made: MadeDb, packs: number[], word: string): Promise<Set<Place>> {
  const [term = word] = [...readTerms(word).keys()].filter(isWord)
  const begun = await termsFrom(made, packs, term, `${term}\uffff`, MOST_WORDS)
  const terms = begun.length > 0 ? begun : await nearTerms(made, packs, term)
  const headed = await termsFrom(made, packs, headedBy(term), `${headedBy(term)}\uffff`, MOST_WORDS)
  const [found, heads] = await Promise.all([
    placesOf(made, packs, terms),
    placesOf(made, packs, headed),
  ])
  for (const place of heads) found.add(headingAt(documentAt(place)))
  // A document is found by its heading even where no passage has the word.
  for (const place of heads)
    for (let at = 0; at < MOST_HEADED; at++) found.add(documentAt(place) * MOST_PASSAGES + at)
  return found
}

/** Passages that stand for a document which is found by its heading. */
const MOST_HEADED = 8

async function placesOf(made: MadeDb, packs: number[], terms: string[]): Promise<Set<Place>> {
  const lists = await readPlaces(made, packs, terms)
  return new Set(lists.flat().slice(0, MOST_OF_WORD))
}

async function termsFrom(
  made: MadeDb,
  packs: number[],
  from: string,
  to: string,
  most: number,
): Promise<string[]> {
  const store = made.transaction('terms').store
  const keys = await Promise.all(
    packs.map((pack) => store.getAllKeys(IDBKeyRange.bound([pack, from], [pack, to]), most)),
  )
  return [...new Set(keys.flat().map(([, term]) => term))]
}

/** Words so close to one that it may be they, misspelt; the first letter is as typed. */
async function nearTerms(made: MadeDb, packs: number[], word: string): Promise<string[]> {
  const first = word.charAt(0)
  const all = await termsFrom(made, packs, first, `${first}\uffff`, MOST_OF_WORD)
  return all.filter((term) => isNearWord(word, term)).slice(0, MOST_WORDS)
}
