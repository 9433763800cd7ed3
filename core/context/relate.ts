import type { AgencyTree } from './agency-tree.ts'
import { isAlly, nearest } from './agency-tree.ts'
import type { ContextQuery } from './context.ts'
import type { Relation } from './context-tiers.ts'
import { COMPANY } from './context-tiers.ts'
import { PART_OF_ONE, isSingular, kindCloseness } from './kind-closeness.ts'
import type { PassageFacts, Prepared } from './prepare-index.ts'
import { ALLIES } from './prepare-index.ts'
import { companiesAround, queryCompanies, sharesCompany } from './query-companies.ts'
import type { Act } from './read-acts.ts'
import { readTerms } from './rank.ts'
import { isForeign, isOtherSubject, readSubjects } from './subjects.ts'
import type { ActionKind, EntityId } from '../source-index.ts'

/** What a query asks for, read once for all passages. */
export type Asked = {
  /** Its companies, or else those of the page. */
  companies: EntityId[]
  /** It is about Chinese telecoms as a whole. */
  isTrade: boolean
  /** Who acts; for a company's mention, who may act in its sentence. */
  agencies: EntityId[]
  /** What the mention says is done; `undefined` for a company's. */
  kind: ActionKind | undefined
  /** That and what else the sentence may tell of: one word for an act is seldom the only one. */
  told: ActionKind[]
  /** What its sentence is about. */
  subjects: Set<string>
  /** That is a story of its own, of which the sources say nothing. */
  isForeign: boolean
  /** A company's sentence tells what its goods may be used for. */
  isAllegation: boolean
  /** The company speaks. */
  isReply: boolean
}

const REPLY =
  /(?:Huawei|ZTE)(?:['’]s)?(?: [a-z]+){0,3} (?:said|says|den(?:y|ies|ied)|insist|called|responded|reject|replied|told|claims?|maintain)/

const HARM = ['*spying', '*attack', '*risk']

function alleges(sentence: string): boolean {
  const terms = readTerms(sentence)
  return HARM.some((concept) => terms.has(concept))
}

export function readAsked(prepared: Prepared, query: ContextQuery): Asked {
  const { company, agency, alsoBy, action: kind, sentence } = query
  const told = prepared.readAct(sentence)
  const subjects = readSubjects(sentence)
  const isReply = company !== undefined && REPLY.test(sentence)
  return {
    companies: companiesAround(query),
    isTrade: queryCompanies(query).length === 0,
    agencies: agency === undefined ? told.agencies : [agency, ...(alsoBy ?? [])],
    kind,
    told: kind === undefined ? told.kinds : [kind, ...told.kinds],
    subjects,
    isForeign: isForeign(subjects, prepared.subjects),
    isReply,
    isAllegation: company !== undefined && !isReply && told.kinds.length === 0 && alleges(sentence),
  }
}

/** How near anybody is where the sentence tells an act and names nobody. */
const NO_AGENCY = 0.3
/** How near the allies as a group are to one of them. */
const AMONG_ALLIES = 0.4

/** How an act of a passage stands to what is asked. */
export function relate({ tree }: Prepared, asked: Asked, facts: PassageFacts, act: Act): Relation {
  const { agencies, kind, told, subjects } = asked
  const isOther =
    kind !== undefined &&
    (isOtherSubject(kind, subjects, facts.subjects) || isAcross(tree, agencies, act.agencies))
  const near = agencies.length === 0 ? NO_AGENCY : agencyNearness(tree, agencies, act.agencies)
  const isOne = kind !== undefined && isSingular(kind) && act.kinds.includes(kind) && near >= 0.6
  return {
    agency: isOne ? Math.max(near, PART_OF_ONE) : near,
    kind: kind === undefined || isOther ? 0 : nearestKind([kind], act.kinds),
    told: nearestKind(told, act.kinds),
    company: companyCloseness(asked, facts.companies),
  }
}

/** Acts from the two sides of the dispute: what China says of it is like nothing that others do. */
function isAcross(tree: AgencyTree, some: EntityId[], others: EntityId[]): boolean {
  const isChinese = (id: EntityId) => tree.get(id)?.country === 'CN'
  return some.length > 0 && some.every(isChinese) && !others.some(isChinese)
}

function nearestKind(some: ActionKind[], others: ActionKind[]): number {
  return Math.max(0, ...some.flatMap((a) => others.map((b) => kindCloseness(a, b))))
}

function agencyNearness(tree: AgencyTree, asked: EntityId[], acting: EntityId[]): number {
  if (acting.includes(ALLIES)) return asked.some((id) => isAlly(tree, id)) ? AMONG_ALLIES : 0
  return nearest(tree, asked, acting)
}

function companyCloseness({ companies, isTrade }: Asked, found: EntityId[]): number {
  if (found.length === 0) return isTrade ? 1 : COMPANY.unnamed
  if (!sharesCompany(companies, found)) return COMPANY.other
  return isTrade ? COMPANY.partOfTrade : 1
}
