import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { createRanker } from '../../core/context/rank.ts'
import type { Passage } from '../../core/source-index.ts'

/** A way of ranking passages by a sentence alone: the positions of the best, best first. */
export type SentenceRanker = (sentence: string) => number[]

/** As many as a card shows. */
const COUNT = 5

/** fuse.js over whole sentences, with the settings that its documentation gives for long texts. */
export function rankByFuse(passages: Passage[]): SentenceRanker {
  const fuse = new Fuse(passages, {
    keys: ['text'],
    ignoreLocation: true,
    includeScore: true,
    threshold: 1,
    useExtendedSearch: false,
  })
  return (sentence) =>
    fuse.search(sentence.slice(0, 500), { limit: COUNT }).map(({ refIndex }) => refIndex)
}

/** BM25+ by minisearch, any word may match. */
export function rankByMiniSearch(passages: Passage[]): SentenceRanker {
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] })
  search.addAll(passages.map(({ text }, id) => ({ id, text })))
  return (sentence) =>
    search
      .search(sentence)
      .slice(0, COUNT)
      .map(({ id }) => Number(id))
}

/** Our stems and concepts alone, without agencies, kinds, events and tiers. */
export function rankByWords(passages: Passage[]): SentenceRanker {
  const ranker = createRanker(passages.map(({ text }) => text))
  return (sentence) =>
    [...ranker.score(sentence)]
      .map((score, at) => ({ score, at }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, COUNT)
      .map(({ at }) => at)
}
