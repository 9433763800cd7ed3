/**
 * A highlight promises context: an action is marked only where its sentence, or the page around it,
 * concerns the companies or Chinese telecom equipment. Judged over the whole page, in order, so that
 * "the regulator" and "followed suit" find what they refer to.
 */

import type { ActionCandidate, BlockFindings, CompanyCandidate, GateDecision } from './findings.ts'
import type { Memory, Page } from './gate-memory.ts'
import {
  createMemory,
  nextCompany,
  readPage,
  rememberBlock,
  rememberDeed,
  rememberLead,
  rememberNames,
  resolveGeneric,
} from './gate-memory.ts'
import { judgeRelevance, resolveTarget } from './gate-relevance.ts'
import type { OfficeTable } from './office-table.ts'
import type { ActionMention } from '../mention.ts'
import type { ActionKind } from '../source-index.ts'

/**
 * How many blocks before and after one with cause are read: an action may refer back that far, and a
 * person or an agency may have been named in full there.
 */
export const REACH = 4

/** Whether a block gives cause to read it, and the blocks within `REACH` of it. */
export function hasCause({ companies, topics }: BlockFindings): boolean {
  return companies.length > 0 || topics.length > 0
}

/** Blocks far from any company count as empty: so it does not matter whether they were scanned. */
function isFar(findings: BlockFindings[], at: number): boolean {
  return !findings.slice(Math.max(0, at - REACH), at + REACH + 1).some(hasCause)
}
const NOTHING: BlockFindings = {
  companies: [],
  actions: [],
  topics: [],
  agencies: [],
  lead: undefined,
}

/** The gate's decision on every candidate of every block. */
export function decideMentions(all: BlockFindings[], offices?: OfficeTable): GateDecision[][] {
  const findings = all.map((block, i) => (isFar(all, i) ? NOTHING : block))
  const page = readPage(findings)
  const memory = createMemory(offices)
  return findings.map((block, i) => {
    if (block === NOTHING) {
      memory.lead = undefined
      return leaveOut(all[i]?.actions ?? [], page)
    }
    memory.namesRead = 0
    const companies = block.companies.map((candidate) => decideCompany(candidate, page))
    memory.hearing ||= block.agencies.some((one) => isHearing(one.classes))
    const actions = block.actions.map((candidate) =>
      decideAction(candidate, block, i, page, memory),
    )
    rememberNames(block, { start: Infinity, end: Infinity }, memory)
    rememberBlock(block, i, memory)
    rememberLead(block, page, memory)
    return [...companies, ...actions].sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
    )
  })
}

function leaveOut(actions: ActionCandidate[], page: Page): GateDecision[] {
  const reason = page.companies.size === 0 ? 'the page names no company' : 'no company near it'
  return actions.map(({ start, end }) => ({ span: { start, end }, mention: undefined, reason }))
}

function decideCompany(candidate: CompanyCandidate, page: Page): GateDecision {
  const { sure, ...place } = candidate
  const span = { start: place.start, end: place.end }
  if (sure || page.companies.size > 0)
    return { span, mention: { kind: 'company', ...place }, reason: 'a company name' }
  const reason = 'an ordinary word unless the page names the companies'
  return { span, mention: undefined, reason }
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
  rememberNames(block, span, memory)
  const named = isSure(candidate, page) ? candidate.agency : undefined
  const agency = named ?? resolveGeneric(candidate, page, memory)
  if (agency === undefined)
    return no(
      candidate.agency === undefined
        ? 'no agency named before that it could mean'
        : 'an ambiguous name, and nothing on the page tells which',
    )
  const distance = Math.min(
    at - memory.block,
    headlineDistance(block, at, page),
    leadDistance(candidate, block, at, page),
  )
  const { relevant, why } = judgeRelevance(candidate, block, distance, REACH, page)
  const deed = candidate.action === undefined ? memory.deeds.get(agency) : undefined
  const action = deed?.action ?? actionOf(candidate, memory)
  if (!relevant || action === undefined)
    return no(relevant ? 'repeats an action that is not here' : why)
  const target = deed?.target ?? resolveTarget(candidate, block, page, memory)
  rememberDeed(candidate, agency, { action, target }, memory)
  const { modality, sentence, alsoBy } = candidate
  const mention: ActionMention = {
    kind: 'action',
    ...span,
    agency,
    action,
    target,
    modality,
    sentence,
    ...(alsoBy.length > 0 ? { alsoBy } : {}),
    ...(candidate.inferred ? { inferred: true } : {}),
  }
  return { span, mention, reason: why }
}

/** A headline is no longer than this, in characters. */
const HEADLINE = 120
/** How many blocks behind it (a date, a name) the first one that names a company may stand. */
const HEADLINE_REACH = 2

/** A headline goes with what follows it: 1 where the next block names a company. */
function headlineDistance({ actions, companies }: BlockFindings, at: number, page: Page): number {
  const next = nextCompany(page, at)
  if (companies.length > 0 || next > at + HEADLINE_REACH) return Infinity
  return (actions.at(-1)?.sentence.end ?? 0) <= HEADLINE ? 1 : Infinity
}

/** The name is plain, or the page names the same agency plainly, or its country. */
function isSure(candidate: ActionCandidate, page: Page): boolean {
  if (candidate.sure || page.agencies.has(candidate.agency ?? '')) return true
  return candidate.home !== undefined && page.countries.has(candidate.home)
}

/** What opens a report tells its matter before the next block names the company. */
function leadDistance(
  candidate: ActionCandidate,
  block: BlockFindings,
  at: number,
  page: Page,
): number {
  const isLead = candidate.anaphor && !candidate.place && block.companies.length === 0
  return isLead && nextCompany(page, at) === at + 1 ? 1 : Infinity
}

/** A committee of a parliament hears witnesses; other committees do not. */
function isHearing(classes: string[]): boolean {
  return classes.includes('committee') && classes.includes('legislature')
}

/** "made a similar move over the company": of what is not told, as much as can be said. */
function openKind({ anaphor, companies }: ActionCandidate): ActionKind | undefined {
  return anaphor || companies.length > 0 ? 'restrict' : undefined
}

/** What saying comes to: of these, testimony at a hearing. */
const SAID_KINDS: ActionKind[] = ['warn', 'report', 'testify']

/** Repeated actions are the nearest before; what an official says at a hearing is testimony. */
function actionOf(candidate: ActionCandidate, memory: Memory): ActionKind | undefined {
  const atHearing = memory.hearing && !candidate.classes.includes('legislature')
  const mayTestify = candidate.action === undefined || SAID_KINDS.includes(candidate.action)
  if (candidate.saidInPerson && atHearing && mayTestify) return 'testify'
  return candidate.action ?? candidate.earlierAction ?? memory.action ?? openKind(candidate)
}
