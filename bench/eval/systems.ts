import type { Lexicon } from '../../core/detect/lexicon.ts'
import { splitSentences } from '../../core/detect/sentences.ts'
import { spanAround } from '../../core/detect/sorted-spans.ts'
import type { Passage, SourceIndex } from '../../core/source-index.ts'
import type { AnalyzedMention } from '../../scripts/analyze-text.ts'
import { createAnalyzer } from '../../scripts/analyze-text.ts'
import type { SentenceRanker } from './rankers.ts'
import { rankByFuse, rankByMiniSearch, rankByWords } from './rankers.ts'
import { detectByWindows } from './window-detector.ts'

/** One way of doing the whole work: a text's mentions, each with its passages. */
export type System = { name: string; analyze: (text: string) => AnalyzedMention[] }

/** Ours first, then the same mentions with other rankings, then the simple way. */
export function createSystems(lexicon: Lexicon, index: SourceIndex): System[] {
  const { analyze } = createAnalyzer(lexicon, index)
  const passages = index.passages.filter((passage) => passage.section === 'body')
  const files = new Map(index.documents.map((document) => [document.id, document.file]))
  const withRanker = (rank: SentenceRanker) => (text: string, mentions: Placed[]) =>
    mentions.map((one) => addPassages(text, one, rank, passages, files))
  const ranked = (rank: SentenceRanker) => (text: string) => withRanker(rank)(text, analyze(text))
  const byMiniSearch = rankByMiniSearch(passages)
  return [
    { name: 'source context', analyze },
    { name: 'ours, passages by words alone', analyze: ranked(rankByWords(passages)) },
    { name: 'ours, passages by minisearch', analyze: ranked(byMiniSearch) },
    { name: 'ours, passages by fuse.js', analyze: ranked(rankByFuse(passages)) },
    {
      name: 'patterns and windows, minisearch',
      analyze: (text) => withRanker(byMiniSearch)(text, detectByWindows(text)),
    },
  ]
}

type Placed = Omit<AnalyzedMention, 'surface' | 'context'>

function addPassages(
  text: string,
  mention: Placed,
  rank: SentenceRanker,
  passages: Passage[],
  files: Map<string, string>,
): AnalyzedMention {
  const sentence = spanAround(splitSentences(text), mention.start) ?? mention
  const found = rank(text.slice(sentence.start, sentence.end)).flatMap((at) => passages[at] ?? [])
  return {
    ...mention,
    surface: text.slice(mention.start, mention.end),
    context: {
      // they know no tiers: what they find is what they offer
      passages: found.map(({ document, start, end, text: quote }) => ({
        file: files.get(document) ?? '',
        start,
        end,
        text: quote,
        tier: 'same-event',
      })),
    },
  }
}
