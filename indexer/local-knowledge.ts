import type { EntityId } from '../core/source-index.ts'
import type { FoundEntity } from './find-entities.ts'
import type { Knowledge } from './knowledge.ts'
import { findLocalBodies } from './local-bodies.ts'

/** Names that every federation has; the lexicon gives them to one. */
const FEDERAL = /^(?:the )?federal (?:government|authorities|officials|ministers|cabinet)\b/i
const FEDERALS =
  /(?<!(?:U\.S\.|US|Australian|German|Canadian|American|Swiss) )\bfederal (?:government|authorities|officials|ministers|cabinet)\b/gi

/** Words that mean a body of the country at home. */
const AT_HOME = new RegExp(`${FEDERALS.source}|\\bministry\\b|\\bMPs\\b|\\bthe Commons\\b`, 'i')

/**
 * The knowledge as one document's words are to be read: "the federal government" is that of the
 * country whose bodies the document names most, China's and such phrases themselves left out.
 */
export function localKnowledge(knowledge: Knowledge, text: string): Knowledge {
  const near = createMemory((word) => text.includes(word))
  const findAgencies = (words: string) => knowledge.findAgencies(words, near)
  const home = text.search(AT_HOME) >= 0 ? homeGovernment(knowledge, text) : undefined
  const named = [...new Set(findAgencies(text).map(({ entity }) => entity))]
  const withLocal = (words: string) => {
    const found =
      home === undefined ? findAgencies(words) : withFederal(words, findAgencies(words), home)
    return addApart(found, findLocalBodies(words, home, knowledge, named))
  }
  if (home === undefined) return { ...knowledge, findAgencies: withLocal }
  const local = (written: string, entity: EntityId) => (FEDERAL.test(written) ? home : entity)
  return {
    ...knowledge,
    findAgencies: withLocal,
    detectMentions: (words) =>
      knowledge
        .detectMentions(words)
        .map((mention) =>
          mention.kind === 'action'
            ? { ...mention, agency: local(written(words, mention), mention.agency) }
            : mention,
        ),
  }
}

/** The found agencies, and of the others those that overlap none of them. */
function addApart(found: FoundEntity[], others: FoundEntity[]): FoundEntity[] {
  const apart = others.filter(({ start, end }) =>
    found.every((one) => end <= one.start || start >= one.end),
  )
  return apart.length === 0 ? found : [...found, ...apart].sort((a, b) => a.start - b.start)
}

/** The found agencies, and every "federal government" as the one at home. */
function withFederal(words: string, found: FoundEntity[], home: EntityId): FoundEntity[] {
  const federal = [...words.matchAll(FEDERALS)].map(({ 0: phrase, index }) => ({
    entity: home,
    start: index,
    end: index + phrase.length,
  }))
  const others = found.filter(({ start, end }) =>
    federal.every((one) => end <= one.start || start >= one.end),
  )
  return [...others, ...federal].sort((a, b) => a.start - b.start)
}

/** A question about a word, looked up once: documents are long and names recur. */
function createMemory(ask: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => {
    const answer = known.get(word) ?? ask(word)
    known.set(word, answer)
    return answer
  }
}

function written(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end)
}

function homeGovernment(
  { findAgencies, findCountries, hierarchy }: Knowledge,
  text: string,
): EntityId | undefined {
  const found: FoundEntity[] = [...findAgencies(text), ...findCountries(text)]
  const counts = Map.groupBy(
    found.filter((one) => !FEDERAL.test(written(text, one))),
    ({ entity }) => hierarchy.line(entity).at(-1) ?? entity,
  )
  const [home] = [...counts]
    .filter(([id]) => hierarchy.isUmbrella(id) && hierarchy.country(id) !== 'CN')
    .sort(([, a], [, b]) => b.length - a.length)
  return home?.[0]
}
