import type { PronounClass } from './detect-pronouns.ts'
import type { ActionCandidate, AgencyNaming, BlockFindings } from './findings.ts'
import type { OfficeTable } from './office-table.ts'
import { firstFrom } from './sorted-spans.ts'
import type { Target } from '../mention.ts'
import type { ActionKind, EntityId, Span } from '../source-index.ts'

/** What the blocks to be read name, whoever acts. */
export type Page = {
  companies: Map<EntityId, number>
  agencies: Set<EntityId>
  /** Governments named by country, seat or agency, with how often; the one of China is never meant by "the government". */
  countries: Map<string, number>
  governments: Map<EntityId, number>
  /** The blocks that name a company, in order. */
  companyBlocks: Span[]
}

/** What has been read so far, for references back. */
export type Memory = {
  /** How many of the block's agencies have been taken in. */
  namesRead: number
  /** Who holds which office in which country. */
  offices: OfficeTable | undefined
  /** The country named last, other than China. */
  country: string | undefined
  /** The last agency of each class, for "the regulator". */
  agency: Map<string, EntityId>
  /** The last actions of each agency, for "the regulator's decision". */
  deeds: Map<EntityId, { action: ActionKind; target: Target }>
  action: ActionKind | undefined
  companies: EntityId[]
  /** The last block that names a company. */
  block: number
  hearing: boolean
  /** Whom a pronoun at the beginning of the next block means. */
  lead: { agency: EntityId; pronoun: PronounClass } | undefined
}

export function createMemory(offices?: OfficeTable): Memory {
  return {
    offices,
    country: undefined,
    namesRead: 0,
    agency: new Map(),
    deeds: new Map(),
    action: undefined,
    companies: [],
    block: -Infinity,
    hearing: false,
    lead: undefined,
  }
}

export function readPage(findings: BlockFindings[]): Page {
  const page: Page = {
    companies: new Map(),
    agencies: new Set(),
    countries: new Map(),
    governments: new Map(),
    companyBlocks: findings.flatMap(({ companies }, at) =>
      companies.length > 0 ? [{ start: at, end: at + 1 }] : [],
    ),
  }
  for (const block of findings) {
    for (const { company, sure } of block.companies) if (sure) count(page.companies, company)
    for (const one of block.agencies.filter(({ sure }) => sure)) {
      if (!one.place) page.agencies.add(one.agency)
      if (one.country !== undefined) count(page.countries, one.country)
      if (one.government !== undefined) count(page.governments, one.government)
    }
  }
  return page
}

/** The first block from `at` on that names a company; Infinity where none does. */
export function nextCompany({ companyBlocks }: Page, at: number): number {
  return companyBlocks[firstFrom(companyBlocks, at)]?.start ?? Infinity
}

function count<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Takes in the agencies that a block names before a place, so that "the regulator" is the nearest one. */
export function rememberNames(block: BlockFindings, before: Span, memory: Memory): void {
  for (; memory.namesRead < block.agencies.length; memory.namesRead++) {
    const one = block.agencies[memory.namesRead]
    if (!one || one.start >= before.start) return
    if (one.sure) rememberName(one, memory)
  }
}

function rememberName(one: AgencyNaming, memory: Memory): void {
  if (one.country !== 'CN') {
    if (one.government !== undefined) memory.agency.set('government', one.government)
    if (one.country !== undefined) memory.country = one.country
  }
  if (one.place) return
  for (const name of one.classes) memory.agency.set(name, one.agency)
  if (isBody(one)) memory.agency.set('any', one.agency)
}

/** What "the agency" may mean: a government's part that makes no laws. */
function isBody({ agency, government, classes }: AgencyNaming): boolean {
  return agency !== government && !classes.includes('legislature')
}

/** Takes in an action that was marked. */
export function rememberDeed(
  candidate: ActionCandidate,
  agency: EntityId,
  deed: { action: ActionKind; target: Target },
  memory: Memory,
): void {
  memory.action = deed.action
  memory.deeds.set(agency, deed)
  for (const one of candidate.classes) memory.agency.set(one, agency)
}

export function rememberBlock(block: BlockFindings, at: number, memory: Memory): void {
  if (block.companies.length === 0) return
  memory.companies = [...new Set(block.companies.map((one) => one.company))]
  memory.block = at
}

/** Takes in whom a block's last sentence is about. */
export function rememberLead({ lead }: BlockFindings, page: Page, memory: Memory): void {
  if (lead === 'earlier') return
  const agency = lead?.agency ?? resolveClass(lead?.generic, page, memory)
  memory.lead = lead && agency !== undefined ? { agency, pronoun: lead.pronoun } : undefined
}

/** Whom "the regulator", "the government" or "it" means; undefined where nobody fits. */
export function resolveGeneric(
  { generic }: ActionCandidate,
  page: Page,
  memory: Memory,
): EntityId | undefined {
  if (generic === undefined) return undefined
  const { lead } = memory
  if (isPronounClass(generic)) return lead?.pronoun === generic ? lead.agency : undefined
  return resolveClass(generic, page, memory)
}

function isPronounClass(generic: string): generic is PronounClass {
  return generic === 'it' || generic === 'person' || generic === 'they'
}

function resolveClass(
  generic: string | undefined,
  page: Page,
  memory: Memory,
): EntityId | undefined {
  if (generic === undefined) return undefined
  const named = memory.agency.get(generic)
  if (named !== undefined) return named
  const country = memory.country ?? mostNamed(page.countries, ['CN'])
  const holder = memory.offices?.holders.get(`${country} ${generic}`)
  if (holder) return holder.id
  if (generic === 'government') return mostNamed(page.governments, CHINA)
  if (generic === 'chamber')
    return memory.agency.get('parliament') ?? memory.agency.get('legislature')
  if (generic === 'committee') return memory.agency.get('parliament')
  if (generic === 'country') return memory.agency.get('government')
  if (generic === 'law') return memory.agency.get('legislature') ?? mostNamed(page.governments, [])
  if (generic === 'minister')
    return mostNamed(page.governments, WITHOUT_MINISTERS) ?? mostNamed(page.governments, CHINA)
  return OF_ANY.includes(generic) ? undefined : mostNamed(page.governments, CHINA)
}

const CHINA = ['cn-government']
/** What may be anybody's where no such body was named. */
const OF_ANY = ['any', 'board', 'centre', 'office', 'commission', 'bureau', 'department']

/** The one of China is never meant by a bare word, and the one of the United States has secretaries. */
const WITHOUT_MINISTERS = ['cn-government', 'us-government']

function mostNamed(counts: Map<EntityId, number>, except: EntityId[]): EntityId | undefined {
  return [...counts]
    .filter(([id]) => !except.includes(id))
    .toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
