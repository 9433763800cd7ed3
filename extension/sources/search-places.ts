import { readTerms } from '../../core/context/rank.ts'
import type { SearchFilter } from '../../core/digest/search.ts'
import { isNearWord } from '../../core/packs/near-word.ts'
import {
  documentAt,
  isWord,
  namedIn,
  placeOf,
  placesIn,
  segmentOf,
  type Place,
} from '../../core/packs/postings.ts'
import { headedBy } from '../../core/packs/terms-of.ts'
import type { MadeDb } from './made-db.ts'

/** So many passages are ranked for one search; fifty are shown. */
const MOST_CANDIDATES = 400
/** Words that begin with what is typed, or are close to it, at most. */
const MOST_WORDS = 24
/** Passages that stand for a document which is found by its heading. */
const MOST_HEADED = 8

/** What one typed word finds: `terms` in passages, `headed` in headings, which stand for their documents. */
type Word = { terms: string[]; headed: string[] }

/**
 * Passages that have all words of a search: as they are, as beginnings, or, where nothing has them so,
 * misspelt. What is wanted besides words counts as a word. Documents are gone through by segments, the last
 * added first, until there are enough: a word that is everywhere is not read to its end.
 */
export async function searchPlaces(
  made: MadeDb,
  packs: number[],
  typed: string,
  filter: SearchFilter,
): Promise<Place[]> {
  const words = await Promise.all([
    ...(typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
      readWord(made, packs, word),
    ),
    ...[filter.company, filter.agency].flatMap((id) =>
      id === undefined ? [] : [{ terms: [namedIn(id)], headed: [] }],
    ),
  ])
  if (words.length === 0 || words.some((one) => one.terms.length + one.headed.length === 0))
    return []
  const found: Place[] = []
  const last = (await made.transaction('done').store.openKeyCursor(null, 'prev'))?.key ?? 0
  for (let segment = segmentOf(last); segment >= 0; segment--) {
    found.push(...(await searchSegment(made, packs, words, segment)))
    if (found.length >= MOST_CANDIDATES) break
  }
  return found.slice(0, MOST_CANDIDATES)
}

async function searchSegment(
  made: MadeDb,
  packs: number[],
  words: Word[],
  segment: number,
): Promise<Place[]> {
  const { store } = made.transaction('postings')
  const read = async (terms: string[]): Promise<Place[]> => {
    const keys = packs.flatMap((pack) => terms.map((term) => [pack, term, segment] as const))
    const lists = await Promise.all(keys.map((key) => store.get([...key])))
    return lists.flatMap((list) => (list ? placesIn(list) : []))
  }
  const sets = await Promise.all(
    words.map(async ({ terms, headed }) => {
      const [places, heads] = await Promise.all([read(terms), read(headed)])
      return { places: new Set(places), heads: new Set(heads.map(documentAt)) }
    }),
  )
  const [smallest, ...others] = sets.toSorted(
    (a, b) => a.places.size + a.heads.size - b.places.size - b.heads.size,
  )
  if (!smallest) return []
  const candidates = new Set(smallest.places)
  // A document is found by its heading even where no passage has the word.
  for (const document of smallest.heads)
    for (let at = 0; at < MOST_HEADED; at++) candidates.add(placeOf(document, at))
  return [...candidates].filter((place) =>
    others.every(({ places, heads }) => places.has(place) || heads.has(documentAt(place))),
  )
}

async function readWord(made: MadeDb, packs: number[], word: string): Promise<Word> {
  const [term = word] = [...readTerms(word).keys()].filter(isWord)
  const begun = await termsFrom(made, packs, term, `${term}\uffff`, MOST_WORDS)
  return {
    terms: begun.length > 0 ? begun : await nearTerms(made, packs, term),
    headed: await termsFrom(made, packs, headedBy(term), `${headedBy(term)}\uffff`, MOST_WORDS),
  }
}

async function termsFrom(
  made: MadeDb,
  packs: number[],
  from: string,
  to: string,
  most?: number,
): Promise<string[]> {
  const { store } = made.transaction('terms')
  const keys = await Promise.all(
    packs.map((pack) => store.getAllKeys(IDBKeyRange.bound([pack, from], [pack, to]), most)),
  )
  return [...new Set(keys.flat().map(([, term]) => term))]
}

/** Words so close to one that it may be they, misspelt; the first letter is as typed. */
async function nearTerms(made: MadeDb, packs: number[], word: string): Promise<string[]> {
  const first = word.charAt(0)
  const all = await termsFrom(made, packs, first, `${first}\uffff`)
  return all.filter((term) => isNearWord(word, term)).slice(0, MOST_WORDS)
}
