/**
 * A highlight promises context: an action is marked only where its sentence, or the page around it,
 * concerns the companies or Chinese telecom equipment. Judged over the whole page, in order, so that
 * "the regulator" and "followed suit" find what they refer to.
 */

import type { ActionCandidate, BlockFindings, CompanyCandidate, GateDecision } from './findings.ts'
import type { ActionMention, Target } from './mention.ts'
import { firstFrom, startingInside } from './sorted-spans.ts'
import type { ActionKind, EntityId, Span } from './source-index.ts'

/**
 * How many blocks before and after one with cause are read: an action may refer back that far, and a
 * person or an agency may have been named in full there.
 */
export const REACH = 3
/** A company named at least this often beside the most frequent one is the page's topic too. */
const TOPIC_SHARE = 0.25

type Page = {
  companies: Map<EntityId, number>
  agencies: Set<EntityId>
}

/** What has been read so far, for references back. */
type Memory = {
  agency: Map<string, EntityId>
  lastAgency: EntityId | undefined
  /** The last action of each agency, for "the regulator's decision". */
  deeds: Map<EntityId, { action: ActionKind; target: Target }>
  action: ActionKind | undefined
  companies: EntityId[]
  block: number
  hearing: boolean
}

/** Whether a block gives cause to read it, and the blocks within `REACH` of it. */
export function hasCause({ companies, topics }: BlockFindings): boolean {
  return companies.length > 0 || topics.length > 0
}

/** Blocks far from any company count as empty: so it does not matter whether they were scanned. */
function isFar(findings: BlockFindings[], at: number): boolean {
  return !findings.slice(Math.max(0, at - REACH), at + REACH + 1).some(hasCause)
}
const NOTHING: BlockFindings = { companies: [], actions: [], topics: [], agencies: [] }

/** The gate's decision on every candidate of every block. */
export function decideMentions(all: BlockFindings[]): GateDecision[][] {
  const findings = all.map((block, i) => (isFar(all, i) ? NOTHING : block))
  const page = readPage(findings)
  const memory: Memory = {
    agency: new Map(),
    lastAgency: undefined,
    deeds: new Map(),
    action: undefined,
    companies: [],
    hearing: false,
    block: -Infinity,
  }
  return findings.map((block, i) => {
    if (block === NOTHING) return leaveOut(all[i]?.actions ?? [], page)
    const companies = block.companies.map((candidate) => decideCompany(candidate, page))
    memory.hearing ||= block.agencies.some((one) => isHearing(one.classes))
    const actions = block.actions.map((candidate) =>
      decideAction(candidate, block, i, page, memory),
    )
    rememberBlock(block, i, memory)
    return [...companies, ...actions].sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
    )
  })
}

function leaveOut(actions: ActionCandidate[], page: Page): GateDecision[] {
  const reason = page.companies.size === 0 ? 'the page names no company' : 'no company near it'
  return actions.map(({ start, end }) => ({ span: { start, end }, mention: undefined, reason }))
}

function readPage(findings: BlockFindings[]): Page {
  const companies = new Map<EntityId, number>()
  const agencies = new Set<EntityId>()
  for (const block of findings) {
    for (const { company, sure } of block.companies)
      if (sure) companies.set(company, (companies.get(company) ?? 0) + 1)
    for (const { agency, sure } of block.agencies) if (sure) agencies.add(agency)
  }
  return { companies, agencies }
}

function decideCompany(candidate: CompanyCandidate, page: Page): GateDecision {
  const { start, end, company, sentence, sure } = candidate
  const span = { start, end }
  if (!sure && page.companies.size === 0)
    return {
      span,
      mention: undefined,
      reason: 'an ordinary word unless the page names the companies',
    }
  return {
    span,
    mention: { kind: 'company', start, end, company, sentence },
    reason: 'a company name',
  }
}

function decideAction(
  candidate: ActionCandidate,
  block: BlockFindings,
  at: number,
  page: Page,
  memory: Memory,
): GateDecision {
  const span = { start: candidate.start, end: candidate.end }
  const no = (reason: string): GateDecision => ({ span, mention: undefined, reason })
  const agency = candidate.agency ?? resolveGeneric(candidate, memory)
  if (agency === undefined) return no('no agency named before that it could mean')
  if (candidate.generic !== undefined && candidate.weak && candidate.action !== undefined)
    return no('a weak word of an agency that is not named')
  if (!candidate.sure && !page.agencies.has(agency))
    return no('an ambiguous name, and nothing on the page tells which')
  const reason = relevance(candidate, block, at, page, memory)
  const deed = candidate.action === undefined ? memory.deeds.get(agency) : undefined
  const action = deed?.action ?? actionOf(candidate, memory)
  if (!reason.relevant || action === undefined)
    return no(action === undefined ? 'repeats an action that is not here' : reason.why)
  const target = deed?.target ?? resolveTarget(candidate, block, page, memory)
  remember(candidate, agency, { action, target }, memory)
  const mention: ActionMention = {
    kind: 'action',
    start: span.start,
    end: span.end,
    agency,
    action,
    target,
    modality: candidate.modality,
    sentence: candidate.sentence,
    ...(candidate.alsoBy.length > 0 ? { alsoBy: candidate.alsoBy } : {}),
  }
  return { span, mention, reason: reason.why }
}

/** A committee of a parliament hears witnesses; other committees do not. */
function isHearing(classes: string[]): boolean {
  return classes.includes('committee') && classes.includes('legislature')
}

/** Repeated actions are the nearest before; what an official says at a hearing is testimony. */
function actionOf(candidate: ActionCandidate, memory: Memory): ActionKind | undefined {
  const atHearing = memory.hearing && !candidate.classes.includes('legislature')
  if (candidate.saidInPerson && atHearing) return 'testify'
  return candidate.action ?? candidate.earlierAction ?? memory.action
}

function resolveGeneric(candidate: ActionCandidate, memory: Memory): EntityId | undefined {
  if (candidate.generic === undefined) return undefined
  return candidate.generic === 'any' ? memory.lastAgency : memory.agency.get(candidate.generic)
}

function remember(
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

function rememberBlock(block: BlockFindings, at: number, memory: Memory): void {
  if (block.companies.length === 0) return
  memory.companies = [...new Set(block.companies.map((one) => one.company))]
  memory.block = at
}

type Relevance = { relevant: boolean; why: string }

function relevance(
  candidate: ActionCandidate,
  block: BlockFindings,
  at: number,
  page: Page,
  memory: Memory,
): Relevance {
  if (candidate.companies.length > 0) return { relevant: true, why: 'its sentence names a company' }
  if (candidate.topic)
    return { relevant: true, why: 'its sentence names Chinese telecom equipment' }
  if (page.companies.size === 0) return { relevant: false, why: 'the page names no company' }
  if (candidate.otherObject) return { relevant: false, why: 'it concerns something else' }
  const before = firstFrom(block.companies, candidate.start) > 0
  const near = before || at - memory.block <= REACH
  if (!near) return { relevant: false, why: 'no company near it' }
  if (candidate.anaphor) return { relevant: true, why: 'it refers back to the companies' }
  if (candidate.weak && candidate.action !== undefined)
    return { relevant: false, why: 'a weak word, and its sentence names no company' }
  return { relevant: true, why: 'the text around it concerns the companies' }
}

function resolveTarget(
  candidate: ActionCandidate,
  block: BlockFindings,
  page: Page,
  memory: Memory,
): Target {
  if (candidate.companies.length > 0) return toTarget(candidate.companies)
  if (candidate.topic) return 'chinese-telecom'
  const earlier = lastSentenceCompanies(block, candidate)
  if (earlier.length > 0) return toTarget(earlier)
  return toTarget(memory.companies.length > 0 ? memory.companies : mainCompanies(page))
}

/** The companies of the nearest sentence before the candidate's in the same block. */
function lastSentenceCompanies(block: BlockFindings, at: Span): EntityId[] {
  const before = firstFrom(block.companies, at.start)
  const last = block.companies[before - 1]
  if (!last) return []
  return [...new Set(startingInside(block.companies, last.sentence).map((one) => one.company))]
}

function mainCompanies(page: Page): EntityId[] {
  const most = Math.max(0, ...page.companies.values())
  return [...page.companies].filter(([, count]) => count >= most * TOPIC_SHARE).map(([id]) => id)
}

function toTarget(companies: EntityId[]): Target {
  const huawei = companies.includes('huawei')
  const zte = companies.includes('zte')
  if (huawei && zte) return 'both'
  return huawei ? 'huawei' : zte ? 'zte' : 'other'
}
