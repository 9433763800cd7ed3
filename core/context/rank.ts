/**
 * How close two sentences are: BM25 over stems and concepts, scaled so that 1 is the sentence itself.
 */

import { conceptsOf } from './concepts.ts'
import { spellNames } from './spell-names.ts'
import { stem } from './stem.ts'
import { foldText } from '../detect/normalise.ts'

/** Usual BM25 settings, chosen with `npm run eval`; passages are about one sentence long. */
const K1 = 1.6
const B = 0.5
/** A shared concept counts less than a shared word. */
const CONCEPT_WEIGHT = 0.7
/** What a word that stands in no text takes away: it cannot match, but it says something else. */
const UNKNOWN_WEIGHT = 0.3
const STOP_WORDS = new Set(
  'the a an and or of to in on for with from at by as is are was were be been being has have had it its that this these those which who whom he she they his her their we our you i not no but if than then so such also said say says will would could can may might should do does did about into over after before up out more most other some any all both one two new us mr ms there partly mostly made make makes ordered orders'.split(
    ' ',
  ),
)
const WORD = /[\p{L}\p{N}][\p{L}\p{N}&.-]*/gu

/** Term to weight. */
export type Terms = Map<string, number>

/** The terms of a sentence: stems, and the concepts that they belong to. */
export function readTerms(sentence: string): Terms {
  const terms: Terms = new Map()
  for (const [raw] of spellNames(foldText(sentence).text).toLowerCase().matchAll(WORD)) {
    const word = raw.replace(/[.-]+$/, '').replace(/'s$/, '')
    if (word.length < 2 || STOP_WORDS.has(word)) continue
    const stemmed = stem(word)
    terms.set(stemmed, (terms.get(stemmed) ?? 0) + 1)
    for (const concept of conceptsOf(stemmed))
      terms.set(concept, (terms.get(concept) ?? 0) + CONCEPT_WEIGHT)
  }
  return terms
}

/** A sentence of fewer words shares as much of them with something by chance. */
const ENOUGH_WORDS = 6

/** Whether a sentence has words enough for its closeness to something to mean much. */
export function saysEnough(sentence: string): boolean {
  const stems = [...readTerms(sentence).keys()].filter((term) => !term.startsWith('*'))
  return stems.length >= ENOUGH_WORDS
}

/** Ranks a fixed set of texts against queries. */
export type Ranker = {
  /** Closeness of every text to a query, in the order given, each 0–1. */
  score: (query: string) => Float64Array
  /** Overlap of two of the texts, 0–1; 1 means the same words. */
  overlap: (a: number, b: number) => number
}

/** What is known of all texts where only a part of them is ranked. */
export type TextCounts = {
  passages: number
  meanLength: number
  /** In how many texts a term stands; a term that is not told is counted in the part. */
  frequency: Record<string, number>
}

/** Prepares texts for ranking; the cost is linear in their length. */
export function createRanker(texts: string[], whole?: TextCounts): Ranker {
  const documents = texts.map(readTerms)
  const lengths = documents.map(lengthOf)
  const mean = whole?.meanLength ?? lengths.reduce((sum, n) => sum + n, 0) / (lengths.length || 1)
  const postings = createPostings(documents)
  const total = whole?.passages ?? documents.length
  const idf = (term: string) => {
    const here = postings.get(term)?.length ?? 0
    return inverseFrequency(Math.max(here, whole?.frequency[term] ?? here), total)
  }
  return {
    score: (query) => scoreAll(readTerms(query), postings, lengths, mean, idf),
    overlap: (a, b) => jaccard(documents[a], documents[b]),
  }
}

/** How many terms a text has, each as often as it stands there. */
export function lengthOf(terms: Terms): number {
  return [...terms.values()].reduce((sum, n) => sum + n, 0)
}

type Postings = Map<string, { document: number; count: number }[]>

function createPostings(documents: Terms[]): Postings {
  const postings: Postings = new Map()
  documents.forEach((terms, document) => {
    for (const [term, count] of terms) {
      const list = postings.get(term)
      if (list) list.push({ document, count })
      else postings.set(term, [{ document, count }])
    }
  })
  return postings
}

function inverseFrequency(found: number, total: number): number {
  return Math.log(1 + Math.max(0, total - found + 0.5) / (found + 0.5))
}

function scoreAll(
  query: Terms,
  postings: Postings,
  lengths: number[],
  mean: number,
  idf: (term: string) => number,
): Float64Array {
  const scores = new Float64Array(lengths.length)
  let best = 0
  for (const [term, count] of query) {
    const weight = idf(term) * Math.min(count, 2) * (term.startsWith('*') ? CONCEPT_WEIGHT : 1)
    best += weight * (postings.has(term) ? 1 : UNKNOWN_WEIGHT)
    for (const { document, count: times } of postings.get(term) ?? []) {
      const scale = K1 * (1 - B + (B * (lengths[document] ?? mean)) / mean)
      scores[document] = (scores[document] ?? 0) + weight * ((times * (K1 + 1)) / (times + scale))
    }
  }
  return best === 0 ? scores : scores.map((score) => Math.min(1, score / best))
}

function jaccard(a: Terms | undefined, b: Terms | undefined): number {
  if (!a || !b) return 0
  let shared = 0
  let total = 0
  for (const term of new Set([...a.keys(), ...b.keys()])) {
    if (term.startsWith('*')) continue
    total++
    if (a.has(term) && b.has(term)) shared++
  }
  return shared / (total || 1)
}
