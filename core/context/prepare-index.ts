import type { AgencyTree } from './agency-tree.ts'
import { createAgencyReader } from './agency-tree.ts'
import { yearOf } from './event-years.ts'
import type { WholeCounts } from './context-source.ts'
import type { Ranker } from './rank.ts'
import { createRanker } from './rank.ts'
import type { Act } from './read-acts.ts'
import { createActReader } from './read-acts.ts'
import { readSubjects } from './subjects.ts'
import type {
  Entity,
  EntityId,
  Passage,
  PassageId,
  SourceDocument,
  SourceEvent,
  SourceIndex,
} from '../source-index.ts'

/** What is known of a passage, its own words and its events' fields together. */
export type PassageFacts = {
  companies: EntityId[]
  /** Who acts or is named. */
  agencies: EntityId[]
  /** The acts that it is evidence of; where it is of none, what its own words tell. */
  acts: Act[]
  /** The events that it is evidence of. */
  events: SourceEvent[]
  /** What its words are about. */
  subjects: Set<string>
  /** When it was, by its events or its own date. */
  years: number[]
  /** The passages before and after it, and how much their words say of its subject, 0–1. */
  neighbours: { at: number; share: number }[]
}

/** An index made ready; `facts` and the ranker's texts stand in the order of `passages`. */
export type Prepared = {
  index: SourceIndex
  passages: Passage[]
  /** Where each of them stands. */
  at: ReadonlyMap<PassageId, number>
  /** Of what the index is a part, where it is one. */
  whole: WholeCounts | undefined
  facts: PassageFacts[]
  ranker: Ranker
  /** What any of the passages is about. */
  subjects: ReadonlySet<string>
  tree: AgencyTree
  readAgencies: (sentence: string) => EntityId[]
  readAct: (sentence: string) => Act
}

/** What reads agencies and acts in a sentence, made of all entities. */
export type Readers = Pick<Prepared, 'readAgencies' | 'readAct'>

export function createReaders(entities: Entity[]): Readers {
  return { readAgencies: createAgencyReader(entities), readAct: createActReader(entities) }
}

/**
 * Prepares an index; the cost is linear in its passages. Readers' comments are left out. `readers`: of its
 * entities, where they are there already.
 */
export function prepareIndex(
  index: SourceIndex,
  whole?: WholeCounts,
  readers = createReaders(index.entities),
): Prepared {
  const passages = index.passages.filter((passage) => passage.section === 'body')
  const documents = new Map(index.documents.map((one) => [one.id, one]))
  const paragraphs = passages.map((passage) => paragraphOf(passage, documents))
  const told = eventsOfPassages(index.events)
  const tree: AgencyTree = new Map(index.entities.map((entity) => [entity.id, entity]))
  const facts = passages.map((passage, at) => ({
    ...readFacts(passage, told.get(passage.id) ?? [], tree),
    neighbours: neighboursOf(at, passages, paragraphs),
  }))
  return {
    index,
    passages,
    at: new Map(passages.map(({ id }, at) => [id, at])),
    whole,
    facts,
    subjects: new Set(facts.flatMap(({ subjects }) => [...subjects])),
    ranker: createRanker(passages.map(readable), whole),
    tree,
    ...readers,
  }
}

function eventsOfPassages(events: SourceEvent[]): Map<PassageId, SourceEvent[]> {
  const told = new Map<PassageId, SourceEvent[]>()
  for (const event of events)
    for (const id of new Set(event.passages)) {
      const known = told.get(id)
      if (known) known.push(event)
      else told.set(id, [event])
    }
  return told
}

/** A passage's words, and who says them: "he said" names nobody. */
export function readable({ text, attribution }: Passage): string {
  return attribution ? `${text} ${attribution.speaker} ${attribution.role ?? ''}` : text
}

/** Stands for the United States' allies, where a passage speaks of them as a group. */
export const ALLIES = 'allies'
const OF_ALLIES: Act = { agencies: [ALLIES], kinds: ['restrict'] }

/**
 * Who acts in an event is better known than who is named in the passage. An allegation is a judgement
 * of risk, and the Chinese state that it names is what it is about, not who judges.
 */
function readFacts(
  passage: Passage,
  own: SourceEvent[],
  tree: AgencyTree,
): Omit<PassageFacts, 'neighbours'> {
  const targets = own.flatMap((event) => event.targets.filter((id) => id !== 'chinese-telecom'))
  const { companies, agencies, actions, stance } = passage
  const told: Act =
    stance === 'allegation'
      ? {
          agencies: agencies.filter((id) => tree.get(id)?.country !== 'CN'),
          kinds: [...actions, 'warn'],
        }
      : { agencies, kinds: actions }
  return {
    companies: companies.length > 0 ? companies : [...new Set(targets)],
    agencies: [...new Set([...agencies, ...own.flatMap((event) => event.agencies)])],
    events: own,
    subjects: readSubjects(passage.text),
    years: [...own, passage].map(yearOf).filter((year) => !Number.isNaN(year)),
    acts: [
      ...(own.length > 0 ? own.map((event) => ({ ...event, kinds: [event.action] })) : [told]),
      ...(/\ballies\b/i.test(passage.text) ? [OF_ALLIES] : []),
    ],
  }
}

/** What a neighbour's words say of a passage: in one paragraph, in the next one. */
const NEIGHBOUR = { sameParagraph: 0.5, next: 0.2 }

function neighboursOf(
  at: number,
  passages: Passage[],
  paragraphs: (number | undefined)[],
): PassageFacts['neighbours'] {
  return [at - 1, at + 1].flatMap((other) => {
    const paragraph = paragraphs[at]
    if (passages[other]?.document !== passages[at]?.document || paragraph === undefined) return []
    const isSame = paragraphs[other] === paragraph
    return [{ at: other, share: isSame ? NEIGHBOUR.sameParagraph : NEIGHBOUR.next }]
  })
}

function paragraphOf(
  passage: Passage,
  documents: ReadonlyMap<string, SourceDocument>,
): number | undefined {
  return documents
    .get(passage.document)
    ?.paragraphs.find(({ start, end }) => start <= passage.start && passage.start < end)?.start
}

/** A government that is named in more than this share of the passages says little. */
const BROAD_SHARE = 0.1

/** Whether an agency is a whole government that too much of the index speaks of to tell events apart. */
export function isBroadGovernment(
  { tree, passages, whole }: Prepared,
  agency: EntityId | undefined,
): boolean {
  if (agency === undefined || tree.get(agency)?.partOf !== undefined) return false
  if (whole) return (whole.naming[agency]?.passages ?? 0) > BROAD_SHARE * whole.passages
  const naming = passages.filter((one) => one.agencies.includes(agency)).length
  return naming > BROAD_SHARE * passages.length
}

const PARLIAMENT = /\b(?:Congress|Parliament)$/

/** Whether an agency is a parliament, where each member and committee speaks for itself. */
export function isParliament({ tree }: Prepared, agency: EntityId | undefined): boolean {
  return agency !== undefined && PARLIAMENT.test(tree.get(agency)?.name ?? '')
}
