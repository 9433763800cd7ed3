import type { Conflict, Entity } from '../core/source-index.ts'
import type { ReadPassage } from './read-passages.ts'
import type { Reading } from '../core/context/reading.ts'
import { toConflict } from '../core/context/reading.ts'

const OWNERSHIP: Record<string, RegExp> = {
  state:
    /\b(?:state|government)-(?:owned|run|controlled)\b|\bowned by the (?:Chinese )?(?:state|government)\b/i,
  public: /\bpublicly[- ](?:traded|listed|held|owned)\b/i,
  private: /\bprivately[- ](?:held|owned)\b|\bprivate company\b/i,
  employees: /\bemployee-owned\b|\bowned by its employees\b/i,
}

/** "The sum was small for a state-owned company", said of the company that was spoken of. */
const COMPARED =
  /\b(?:for|as|like|such) an? (?:state|government|publicly|privately|employee)[- ]\w+ (?:company|firm|group|supplier|vendor)\b(?!,? we\b)/i

/** What the passages say of a company's owners. */
export function findOwnership(company: Entity, passages: ReadPassage[]): Conflict[] {
  const conflict = toConflict('ownership', readOwnership(company, passages))
  return conflict ? [conflict] : []
}

/** Each thing said of a company's owners. A passage counts that has the company as subject. */
export function readOwnership({ id, name }: Entity, passages: ReadPassage[]): Reading[] {
  return passages.flatMap(({ passage }, i) => {
    const { text } = passage
    if (!Object.values(OWNERSHIP).some((pattern) => pattern.test(text))) return []
    const before = passages[i - 1]?.passage
    const spokenOf = before?.document === passage.document ? before.companies : []
    const compared = COMPARED.test(text) && [...spokenOf, ...passage.companies].join() === id
    if (!compared && !isAboutOwner(text, name, passage.attribution?.speaker)) return []
    const place = { passage: passage.id, document: passage.document }
    return Object.entries(OWNERSHIP).flatMap(([key, pattern]) => {
      const match = pattern.exec(text)
      return match
        ? [{ key, value: match[0], ...place, voice: passage.attribution?.speaker ?? 'outlet' }]
        : []
    })
  })
}

/** "ZTE is a state-owned company", "state-owned ZTE", "As a publicly traded company, we" by ZTE. */
function isAboutOwner(text: string, company: string, speaker: string | undefined): boolean {
  const name = company.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const kind = '(?:state|government|publicly|privately|employee)[- ]'
  const told = new RegExp(
    `\\b${name}\\b,? (?:is|was|are|remains|, a|which is)\\b[^.]{0,30}\\b${kind}|\\b${kind}\\w+ (?:\\w+ ){0,4}${name}\\b`,
    'i',
  )
  const own = new RegExp(`\\bas a ${kind}[^.]{0,40},? we\\b|\\bwe (?:are|remain) a ${kind}`, 'i')
  return (
    told.test(text) ||
    (speaker !== undefined && new RegExp(`\\b${name}\\b`).test(speaker) && own.test(text))
  )
}
