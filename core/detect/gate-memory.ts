import type { ActionCandidate, BlockFindings } from './findings.ts'
import type { Target } from '../mention.ts'
import type { ActionKind, EntityId, Span } from '../source-index.ts'

/** What the blocks to be read name, whoever acts. */
export type Page = {
  companies: Map<EntityId, number>
  agencies: Set<EntityId>
  /** Governments named by country, seat or agency, with how often; the one of China is never meant by "the government". */
  countries: Map<string, number>
  governments: Map<EntityId, number>
}

/** What has been read so far, for references back. */
export type Memory = {
  /** The last agency of each class, for "the regulator". */
  agency: Map<string, EntityId>
  /** The last actions of each agency, for "the regulator's decision". */
  deeds: Map<EntityId, { action: ActionKind; target: Target }>
  lastAgency: EntityId | undefined
  action: ActionKind | undefined
  companies: EntityId[]
  /** The last block that names a company. */
  block: number
  hearing: boolean
}

export function createMemory(): Memory {
  return {
    agency: new Map(),
    deeds: new Map(),
    lastAgency: undefined,
    action: undefined,
    companies: [],
    block: -Infinity,
    hearing: false,
  }
}

export function readPage(findings: BlockFindings[]): Page {
  const page: Page = {
    companies: new Map(),
    agencies: new Set(),
    countries: new Map(),
    governments: new Map(),
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

function count<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Takes in the agencies that a block names before a place, so that "the regulator" is the nearest one. */
export function rememberNames(block: BlockFindings, before: Span, memory: Memory): void {
  for (const one of block.agencies) {
    if (one.start >= before.start) return
    if (!one.sure) continue
    if (one.government !== undefined && one.country !== 'CN')
      memory.agency.set('government', one.government)
    if (one.place) continue
    for (const name of one.classes) memory.agency.set(name, one.agency)
  }
}

/** Takes in an action that was marked. */
export function rememberDeed(
  candidate: ActionCandidate,
  agency: EntityId,
  deed: { action: ActionKind; target: Target },
  memory: Memory,
): void {
  memory.lastAgency = agency
  memory.action = deed.action
  memory.deeds.set(agency, deed)
  for (const one of candidate.classes) memory.agency.set(one, agency)
}

export function rememberBlock(block: BlockFindings, at: number, memory: Memory): void {
  if (block.companies.length === 0) return
  memory.companies = [...new Set(block.companies.map((one) => one.company))]
  memory.block = at
}

/** Whom "the regulator", "the government" or "the agency" means; undefined where nobody fits. */
export function resolveGeneric(
  candidate: ActionCandidate,
  page: Page,
  memory: Memory,
): EntityId | undefined {
  const { generic } = candidate
  if (generic === undefined) return undefined
  const named = memory.agency.get(generic)
  if (named !== undefined) return named
  if (generic === 'any') return memory.lastAgency
  return generic === 'government' ? mostNamed(page.governments) : undefined
}

function mostNamed(counts: Map<EntityId, number>): EntityId | undefined {
  return [...counts]
    .filter(([id]) => id !== 'cn-government')
    .toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
