import type {
  Attribution,
  DateValue,
  Entity,
  EntityId,
  Passage,
  SourceDocument,
} from '../core/source-index.ts'
import type { ActionMention, CompanyMention, Mention } from '../core/mention.ts'
import type { AgencyKnowledge, Claim } from './find-claims.ts'
import type { Person } from './find-people.ts'
import type { SeedText } from './decode-seed.ts'
import type { SourceEntry } from './read-sources.ts'
import type { Stretch } from './group-passages.ts'
import { attributePassages, maskQuotations } from './attribute-passages.ts'
import { classifyParagraphs } from './classify-paragraphs.ts'
import { contentId } from './content-id.ts'
import { findClaims } from './find-claims.ts'
import { findPeople } from './find-people.ts'
import { groupPassages } from './group-passages.ts'
import { judgeStance, tellsAnswer } from './judge-stance.ts'
import { resolveCompanies } from './resolve-companies.ts'
import { resolveDates } from './resolve-dates.ts'

/** What the rules need to know of the world: the lexicon's entities and the detector made of it. */
export type Knowledge = AgencyKnowledge & {
  entities: Entity[]
  detectMentions: (text: string) => Mention[]
}

/** A passage with what the event rules need and the index does not keep. */
export type ReadPassage = {
  passage: Passage
  /** Actions by an agency that the detector found inside the passage. */
  mentions: ActionMention[]
  people: Person[]
  published: DateValue
  /** Index of the paragraph that it starts in. */
  paragraph: number
}

export type IndexedDocument = { document: SourceDocument; read: ReadPassage[]; claims: Claim[] }

/** One seed as a document with passages; `read` has no entry where it holds no sentence. */
export function indexDocument(
  seed: SeedText,
  source: SourceEntry,
  knowledge: Knowledge,
): IndexedDocument {
  const paragraphs = classifyParagraphs(seed.text, source.title)
  const document: SourceDocument = {
    id: contentId('document', seed.file, seed.sha256),
    file: seed.file,
    sha256: seed.sha256,
    title: source.title,
    publisher: source.publisher,
    published: source.published,
    address: source.address,
    paragraphs,
  }
  const read = readPassages(seed, document, knowledge)
  const claims = findClaims(read, knowledge)
  // Claims are found in passages, and then tell what their passages are: the objects stay the same.
  const byPassage = Map.groupBy(claims, (claim) => claim.read)
  for (const one of read) one.passage = finish(one.passage, byPassage.get(one) ?? [])
  return { document, read, claims }
}

function readPassages(
  seed: SeedText,
  document: SourceDocument,
  knowledge: Knowledge,
): ReadPassage[] {
  const { text } = seed
  const stretches = groupPassages(text, document.paragraphs)
  const mentions = knowledge.detectMentions(text)
  const people = findPeople(text)
  const nameOf = new Map(knowledge.entities.map((entity) => [entity.id, entity.name]))
  const companyNames = (stretch: string) =>
    namedCompanies(knowledge.detectMentions(stretch)).map((id) => nameOf.get(id) ?? id)
  const attributions = attributePassages(text, stretches, people, companyNames, document.publisher)
  const inside = stretches.map((stretch) =>
    mentions.filter((mention) => isInside(mention, stretch)),
  )
  const companies = resolveCompanies(
    stretches.map((stretch, i) => ({
      text: text.slice(stretch.start, stretch.end),
      named: namedCompanies(inside[i] ?? []),
    })),
  )
  const copies = new Map<string, number>()
  return stretches.map((stretch, i) => {
    const own = text.slice(stretch.start, stretch.end)
    const copy = copies.get(own) ?? 0
    copies.set(own, copy + 1)
    const actions = (inside[i] ?? []).filter((mention) => mention.kind === 'action')
    const passage = toPassage({
      id: contentId('passage', document.file, own, String(copy)),
      document,
      stretch,
      text: own,
      attribution: attributions[i],
      companies: companies[i] ?? [],
      actions,
      knowledge,
    })
    return {
      passage,
      mentions: actions,
      people,
      published: document.published,
      paragraph: stretch.paragraph,
    }
  })
}

function isInside(mention: Mention, stretch: Stretch): boolean {
  return mention.start >= stretch.start && mention.end <= stretch.end
}

function namedCompanies(mentions: Mention[]): EntityId[] {
  const named = mentions.filter((mention): mention is CompanyMention => mention.kind === 'company')
  return [...new Set(named.map((mention) => mention.company))]
}

function toPassage(input: {
  id: string
  document: SourceDocument
  stretch: Stretch
  text: string
  attribution: Attribution | undefined
  companies: EntityId[]
  actions: ActionMention[]
  knowledge: Knowledge
}): Passage {
  const { stretch, text, attribution, actions, document } = input
  const speaking = speakerCompany(attribution, input.knowledge.entities)
  const companies = [...new Set([...input.companies, ...speaking])].sort()
  const stance = judgeStance({
    text,
    attribution,
    speakerIsCompany: speaking.length > 0,
    companyAnswers: tellsAnswer(text, companies.length > 0),
  })
  const date = mainDate(text, document.published)
  return {
    id: input.id,
    document: document.id,
    start: stretch.start,
    end: stretch.end,
    text,
    section: stretch.section,
    stance,
    ...(attribution ? { attribution } : {}),
    companies,
    agencies: agenciesOf(text, attribution, actions, input.knowledge),
    actions: [],
    ...(date ? { date } : {}),
  }
}

/** A passage with what its claims say of it: who acts, how, and that it tells an act. */
function finish(passage: Passage, claims: Claim[]): Passage {
  if (claims.length === 0) return passage
  const agencies = claims.flatMap((claim) => claim.agencies)
  return {
    ...passage,
    // What an official is quoted with stays a claim about the companies, however public.
    stance: /^["“]/.test(passage.text) ? passage.stance : 'action',
    agencies: [...new Set([...passage.agencies, ...agencies])].sort(),
    actions: [...new Set(claims.map(({ action }) => action))].sort(),
  }
}

/** The company whose own words a passage holds. */
function speakerCompany(attribution: Attribution | undefined, entities: Entity[]): EntityId[] {
  if (!attribution || attribution.standing === 'reported-by-other') return []
  return entities
    .filter((entity) => entity.kind === 'company')
    .filter((entity) => new RegExp(`\\b${entity.name}\\b`).test(attribution.speaker))
    .map((entity) => entity.id)
}

function agenciesOf(
  text: string,
  attribution: Attribution | undefined,
  actions: ActionMention[],
  knowledge: Knowledge,
): EntityId[] {
  const speaker = `${attribution?.role ?? ''} ${attribution?.speaker ?? ''}`
  const named = [...knowledge.findAgencies(text), ...knowledge.findAgencies(speaker)].map(
    (found) => found.entity,
  )
  return [...new Set([...actions.map((action) => action.agency), ...named])].sort()
}

/** The first date outside quotations, or else the first; without its offsets. */
function mainDate(text: string, published: DateValue): DateValue | undefined {
  const [found] = [
    ...resolveDates(maskQuotations(text), published),
    ...resolveDates(text, published),
  ]
  if (!found) return undefined
  const { value, precision, basis, phrase } = found
  return { value, precision, basis, phrase }
}
