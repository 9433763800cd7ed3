/** What members of a parliament do: they make laws, warn, or press other governments. */

import type { ActionMatch, Clause } from './detect-actions.ts'

/** What members of a parliament do at home: they make laws, or they warn; others are no allies. */
export function memberKind(
  clause: Clause,
  { group, kind, how, from }: ActionMatch,
): ActionMatch['kind'] {
  const isMember = group.agency?.classes?.includes('legislature') ?? group.generic === 'parliament'
  if (!isMember) return undefined
  const isLoose = kind === 'urge-allies' || (how === 'plain' && kind === 'restrict')
  if (!isLoose) return undefined
  const words = clause.tokens.slice(from, clause.to).map(({ norm }) => norm)
  if (words.some((word) => DRAFTS.test(word))) return 'legislate'
  return words.some((word) => ABROAD.test(word)) ? undefined : 'warn'
}

const DRAFTS = /^(?:bills?|legislation|amendments?|ndaa|resolution)$/
const ABROAD =
  /^(?:allies|ally|countries|nations|governments|britain|germany|canada|london|berlin|ottawa|uk|eu)$/

const LAWMAKING = ['legislature', 'lawmaker']

/** What a lawmaker proposes to forbid is a law. */
export function isDraftLaw(clause: Clause, match: ActionMatch): boolean {
  if (match.kind !== 'ban' && match.kind !== 'restrict') return false
  if (adoptsLaw(clause, match)) return true
  const classes = match.group.agency?.classes ?? []
  const verbs = clause.tokens.slice(match.group.to, match.from)
  return (
    classes.some((one) => LAWMAKING.includes(one)) &&
    verbs.some((token) => token.norm.startsWith('propos'))
  )
}

const LAWMAKERS =
  /^(?:lawmakers?|legislators?|parliament|senators?|senate|congress|mps|house|bundestag)$/
const ADOPTING = /^(?:adopt|pass|approv|enact|vot|back|want|seek|plan|mull)/
const LAWS = /^(?:bills?|legislation|laws?|acts?|amendments?|ndaa|rules|measures?|provisions?)$/
/** How far after a parliament's verb the law may stand, in words. */
const LAW_REACH = 14

/** "Estonian lawmakers adopted rules that exclude": what a parliament forbids is a law. */
function adoptsLaw({ tokens, to }: Clause, { group, from, how }: ActionMatch): boolean {
  if (how !== 'active' && how !== 'plain') return false
  const isParliament =
    group.agency?.classes?.includes('legislature') ||
    tokens.slice(group.from, group.to).some(({ norm }) => LAWMAKERS.test(norm))
  const words = tokens.slice(group.to, Math.min(to, from + LAW_REACH)).map(({ norm }) => norm)
  const verb = words.findIndex((word) => ADOPTING.test(word))
  return isParliament === true && verb >= 0 && words.slice(verb).some((word) => LAWS.test(word))
}
