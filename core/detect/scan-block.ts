import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { AgencyWords } from './agency-words.ts'
import { groupAgencies } from './detect-agencies.ts'
import type { CueTable } from './act-content.ts'
import { createCueTable } from './act-content.ts'
import { topicPattern } from './topic.ts'
import { createGenericTable, genericAt } from './detect-generics.ts'
import type { FoundName } from './detect-names.ts'
import { findNames } from './detect-names.ts'
import type { Lead } from './detect-pronouns.ts'
import { classOf } from './detect-pronouns.ts'
import { createPhraseTable } from './detect-people.ts'
import type { Token } from './detect-tokens.ts'
import { tokenise } from './detect-tokens.ts'
import type { AgencyNaming, BlockFindings, BlockLead, CompanyCandidate } from './findings.ts'
import type { Lexicon, Refinement } from './lexicon.ts'
import type { NameTable } from './name-table.ts'
import { createNameTable } from './name-table.ts'
import type { Folded } from './normalise.ts'
import { foldText } from './normalise.ts'
import { splitSentences } from './sentences.ts'
import { scanSentences } from './scan-sentences.ts'
import { spanAround } from './sorted-spans.ts'
import { createOfficeTable } from './office-table.ts'
import type { EntityId, Span } from '../source-index.ts'
import type { WordTable } from './word-table.ts'
import { createWordTable } from './word-table.ts'

/** A lexicon prepared for scanning. */
export type Tables = AgencyWords & {
  names: NameTable
  words: WordTable
  refinements: Refinement[]
  cues: CueTable
  /** Each country's whole government. */
  governments: Map<string, EntityId>
}

/** Prepares a lexicon; a few milliseconds, linear in its names and words. */
export function createTables(lexicon: Lexicon): Tables {
  return {
    names: createNameTable(lexicon),
    words: createWordTable(lexicon),
    refinements: lexicon.refinements,
    cues: createCueTable(lexicon.cues),
    governments: new Map(
      lexicon.entities.flatMap(({ id, country, umbrella, partOf }) =>
        umbrella && partOf === undefined && country !== undefined ? [[country, id] as const] : [],
      ),
    ),
    governmentNouns: createPhraseTable(lexicon.governmentNouns.map((one) => one.split(' '))),
    governmentHeads: new Set(lexicon.governmentHeads),
    governmentModifiers: new Set(lexicon.governmentModifiers),
    titles: createPhraseTable(lexicon.titles.map((one) => one.split(' '))),
    generics: createGenericTable(lexicon.generics),
    offices: createOfficeTable(lexicon),
    congress: lexicon.entities.find((one) => one.id === 'us-congress'),
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

const NOTHING: BlockFindings = {
  companies: [],
  actions: [],
  topics: [],
  agencies: [],
  lead: undefined,
}

/** Everything that one block of text holds. Linear in its length; little is done where no name is. */
export function scanBlock(text: string, tables: Tables): BlockFindings {
  const folded = foldText(text)
  const tokens = tokenise(folded.text)
  const names = findNames(folded.text, tokens, tables.names)
  const topics = findTopics(folded.text)
  if (names.length === 0 && topics.length === 0 && !hasGeneric(tokens, tables)) return NOTHING
  const companies = names.filter((name) => name.entity.kind === 'company')
  const groups = groupAgencies(folded.text, tokens, names, tables).filter(
    (group) => !isBranch(group, companies, tokens),
  )
  const scanned: Scanned = { folded, tokens, companies, groups, topics, tables }
  const sentences = splitSentences(folded.text)
  const { actions, lead } = scanSentences(scanned, sentences)
  // whom "the bureau" means is known from elsewhere: nothing to rest an event on
  const isVague = names.length === 0 && topics.length === 0
  return {
    companies: companies.map((name) => describeCompany(name, sentences, folded)),
    actions: isVague ? actions.map((one) => ({ ...one, inferred: true })) : actions,
    lead: describeLead(lead),
    topics: topics.map((topic) => folded.toOriginal(topic.start, topic.end)),
    agencies: groups.flatMap((group) => describeAgency(group, scanned)),
  }
}

/** "The government said …": an agency named in another block. */
function hasGeneric(tokens: Token[], { generics }: Tables): boolean {
  return tokens.some((_, at) => genericAt(tokens, at, generics) !== undefined)
}

function findTopics(text: string): Span[] {
  return [...text.matchAll(topicPattern())].map(({ 0: topic, index }) => ({
    start: index,
    end: index + topic.length,
  }))
}

function describeCompany(name: FoundName, sentences: Span[], folded: Folded): CompanyCandidate {
  const sentence = spanAround(sentences, name.start) ?? name
  return {
    ...folded.toOriginal(name.start, name.end),
    company: name.entity.id,
    ...(name.form.rule.suggested ? { suggested: true as const } : {}),
    sentence: folded.toOriginal(sentence.start, sentence.end),
    sure: name.sure,
  }
}

/** "Huawei Australia" is the company, not Australia. */
function isBranch(group: AgencyGroup, companies: FoundName[], tokens: Token[]): boolean {
  if (!isPlace(group) || !/^\s+$/.test(tokens[group.from]?.gap ?? '')) return false
  return companies.some((name) => name.to === group.from)
}

/** A country's bare name is a place as often as a government. */
function describeAgency(
  { agency, also, role, start, end, sure }: AgencyGroup,
  { folded, tables }: Scanned,
): AgencyNaming[] {
  if (!agency) return []
  return [...also, agency].map((one) => ({
    ...folded.toOriginal(start, end),
    agency: one.id,
    sure: sure && role !== 'surname',
    classes: one.classes ?? [],
    country: one.country,
    government: tables.governments.get(one.country ?? ''),
    place: role === 'country' || role === 'adjective' || role === 'seat',
  }))
}

function describeLead(lead: Lead): BlockLead {
  if (lead === undefined || lead === 'earlier') return lead
  return { agency: lead.agency?.id, generic: lead.generic, pronoun: classOf(lead) }
}
