import type { AgencyGroup } from './agency-group.ts'
import type { AgencyWords } from './detect-agencies.ts'
import { groupAgencies } from './detect-agencies.ts'
import type { Clause } from './detect-actions.ts'
import { findActions } from './detect-actions.ts'
import { describeAction } from './describe-action.ts'
import { TOPIC } from './topic.ts'
import type { FoundName } from './detect-names.ts'
import { findNames } from './detect-names.ts'
import type { Token } from './detect-tokens.ts'
import { tokenise } from './detect-tokens.ts'
import type { ActionCandidate, BlockFindings, CompanyCandidate } from './findings.ts'
import type { Lexicon, Refinement } from './lexicon.ts'
import type { NameTable } from './name-table.ts'
import { createNameTable } from './name-table.ts'
import type { Folded } from './normalise.ts'
import { foldText } from './normalise.ts'
import { splitSentences } from './sentences.ts'
import { firstFrom, spanAround, startingInside } from './sorted-spans.ts'
import type { Span } from './source-index.ts'
import type { WordTable } from './word-table.ts'
import { createWordTable } from './word-table.ts'

/** A lexicon prepared for scanning. */
export type Tables = AgencyWords & {
  names: NameTable
  words: WordTable
  refinements: Refinement[]
}

/** Prepares a lexicon; a few milliseconds, linear in its names and words. */
export function createTables(lexicon: Lexicon): Tables {
  const split = (phrase: string) => tokenise(phrase).map((token) => token.norm)
  return {
    names: createNameTable(lexicon),
    words: createWordTable(lexicon),
    refinements: lexicon.refinements,
    governmentNouns: lexicon.governmentNouns.map(split),
    titles: lexicon.titles.map(split),
    generics: Object.entries(lexicon.generics).map(([form, agencyClass]) => ({
      words: split(form),
      agencyClass,
    })),
  }
}

/** One block, folded and read once. Names, groups and topics are sorted by start. */
export type Scanned = {
  folded: Folded
  tokens: Token[]
  companies: FoundName[]
  groups: AgencyGroup[]
  topics: Span[]
  tables: Tables
}

const NOTHING: BlockFindings = { companies: [], actions: [], topics: [], agencies: [] }

/** Everything that one block of text holds. Linear in its length; little is done where no name is. */
export function scanBlock(text: string, tables: Tables): BlockFindings {
  const folded = foldText(text)
  const tokens = tokenise(folded.text)
  const names = findNames(folded.text, tokens, tables.names)
  const topics = findTopics(folded.text)
  if (names.length === 0 && topics.length === 0) return NOTHING
  const companies = names.filter((name) => name.entity.kind === 'company')
  const groups = groupAgencies(folded.text, tokens, names, tables)
  const scanned: Scanned = { folded, tokens, companies, groups, topics, tables }
  const sentences = splitSentences(folded.text)
  return {
    companies: companies.map((name) => describeCompany(name, sentences, folded)),
    actions: sentences.flatMap((sentence) => scanSentence(scanned, sentence)),
    topics: topics.map((topic) => folded.toOriginal(topic.start, topic.end)),
    agencies: groups.flatMap((group) => describeAgency(group, folded)),
  }
}

function findTopics(text: string): Span[] {
  return [...text.matchAll(TOPIC)].map(({ 0: topic, index }) => ({
    start: index,
    end: index + topic.length,
  }))
}

function describeCompany(name: FoundName, sentences: Span[], folded: Folded): CompanyCandidate {
  const sentence = spanAround(sentences, name.start) ?? name
  return {
    ...folded.toOriginal(name.start, name.end),
    company: name.entity.id,
    sentence: folded.toOriginal(sentence.start, sentence.end),
    sure: name.sure,
  }
}

/** A country's bare name is a place as often as a government, so it does not count as an agency. */
function describeAgency(group: AgencyGroup, folded: Folded): BlockFindings['agencies'] {
  const { agency, role, start, end } = group
  if (!agency || role === 'country' || role === 'adjective') return []
  const sure = group.sure && role !== 'surname'
  const classes = agency.classes ?? []
  return [{ ...folded.toOriginal(start, end), agency: agency.id, sure, classes }]
}

/** Longest stretch read as one clause, in words; endless lists are read in pieces. */
const CLAUSE_WORDS = 300

function scanSentence(scanned: Scanned, sentence: Span): ActionCandidate[] {
  const { tokens } = scanned
  if (startingInside(scanned.groups, sentence).length === 0) return []
  const first = firstFrom(tokens, sentence.start)
  const last = firstFrom(tokens, sentence.end)
  const pieces: ActionCandidate[] = []
  for (let from = first; from < last; from += CLAUSE_WORDS) {
    pieces.push(...scanClause(scanned, sentence, from, Math.min(last, from + CLAUSE_WORDS)))
  }
  return pieces
}

function scanClause(scanned: Scanned, sentence: Span, from: number, to: number): ActionCandidate[] {
  const { tokens, folded, tables } = scanned
  const stretch = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
  const clause: Clause = {
    text: folded.text,
    tokens,
    from,
    to,
    groups: startingInside(scanned.groups, stretch),
    companies: startingInside(scanned.companies, stretch),
    words: tables.words,
  }
  return findActions(clause).map((match) => describeAction(scanned, clause, sentence, match))
}
