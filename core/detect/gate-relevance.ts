import type { ActionCandidate, BlockFindings } from './findings.ts'
import type { Memory, Page } from './gate-memory.ts'
import { isOwnTarget, type Target } from '../mention.ts'
import { firstFrom, startingInside } from './sorted-spans.ts'
import type { EntityId, Span } from '../source-index.ts'

/** Whether an action concerns the companies or their trade, and why, in words. */
export type Relevance = { relevant: boolean; why: string }

/** A company named at least this often beside the most frequent one is the page's topic too. */
const TOPIC_SHARE = 0.25

/** How many blocks after a company a weak word may still concern it. */
const WEAK_REACH = 2

const yes = (why: string): Relevance => ({ relevant: true, why })
const no = (why: string): Relevance => ({ relevant: false, why })

/**
 * Judges one candidate. `distance`: blocks since the last one that names a company, 0 for the same
 * block; `reach`: how many still count.
 */
export function judgeRelevance(
  candidate: ActionCandidate,
  block: BlockFindings,
  distance: number,
  reach: number,
  page: Page,
): Relevance {
  if (candidate.companies.length > 0) return yes('its sentence names a company')
  if (candidate.topic) return yes('its sentence names Chinese telecom equipment')
  if (page.companies.size === 0) return no('the page names no company')
  if (candidate.otherObject) return no('it concerns something else')
  const isBefore = firstFrom(block.companies, candidate.start) > 0
  if (!isBefore && distance > reach && !isNext(candidate, block)) return no('no company near it')
  if (candidate.anaphor) return yes('it refers back to the companies')
  if (!candidate.weak || candidate.action === undefined)
    return yes('the text around it concerns the companies')
  if (candidate.modality === 'negated') return no('a weak word, and it did not happen')
  if (candidate.otherNames && (!isBefore || candidate.action === 'lift'))
    return no('a weak word, and its sentence is about others')
  if (isBefore || isNext(candidate, block) || (distance <= WEAK_REACH && !candidate.place))
    return yes('the sentences before it name a company')
  return no('a weak word, and no company near it')
}

/** A company named in one of the next sentences: "BIS widens its rule. It hits Huawei." */
function isNext(candidate: ActionCandidate, block: BlockFindings): boolean {
  if (candidate.place || (!candidate.anaphor && candidate.action !== 'legislate')) return false
  const next = block.companies[firstFrom(block.companies, candidate.end)]
  return next !== undefined && next.sentence.start - candidate.sentence.end <= NEXT_REACH
}

/** How far behind an action's sentence that sentence may begin: next to it. */
const NEXT_REACH = 3

/** Whom an action concerns: its sentence, else the sentences before it, else the page. */
export function resolveTarget(
  candidate: ActionCandidate,
  block: BlockFindings,
  page: Page,
  memory: Memory,
): Target {
  if (candidate.companies.length > 0) return toTarget(candidate.companies)
  const isTrade = !candidate.meansCompany || page.companies.size === 0
  if (candidate.topic && isTrade) return 'chinese-telecom'
  const earlier = lastSentenceCompanies(block, candidate)
  if (earlier.length > 0) return toTarget(earlier)
  const next = isNext(candidate, block)
    ? block.companies[firstFrom(block.companies, candidate.end)]
    : undefined
  if (next)
    return toTarget(startingInside(block.companies, next.sentence).map((one) => one.company))
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
  return huawei ? 'huawei' : zte ? 'zte' : (companies.find(isOwnTarget) ?? 'other')
}
