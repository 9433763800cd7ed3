import type { AgencyGroup } from './agency-group.ts'
import type { Clause } from './detect-actions.ts'
import { BE, HAVE } from './detect-grammar.ts'
import type { Modality } from '../mention.ts'

const ASKING = /^(?:did|do|does|will|would|should|can|could|may|might|must|has|have|had|is|are)$/

/**
 * "Why did the FCC vote", "Will Germany ban": the helper that stands before its subject, and what the
 * question leaves of the act; `undefined` where no question is asked.
 */
export function readQuestion(
  { tokens, from }: Clause,
  group: AgencyGroup,
): { helper: string; modality: Modality } | undefined {
  const at = tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  const helper = at >= from ? (tokens[at]?.norm ?? '') : ''
  if (!ASKING.test(helper) || !/^\s+$/.test(tokens[group.from]?.gap ?? '')) return undefined
  const before = at > from ? (tokens[at - 1]?.norm ?? '') : ''
  // "why did it ban" takes it that it did
  if (/^(?:why|how|when|where)$/.test(before))
    return { helper, modality: isDone(helper) ? 'asserted' : 'proposed' }
  const opens = at === from || /[,:;"\u2014(]/.test(tokens[at]?.gap ?? '')
  return opens || /^(?:and|but|so)$/.test(before) ? { helper, modality: 'possible' } : undefined
}

function isDone(helper: string): boolean {
  return /^(?:did|do|does)$/.test(helper) || HAVE.has(helper) || BE.has(helper)
}
