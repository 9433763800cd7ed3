import type { ActionMatch, Clause } from './detect-actions.ts'
import { ANAPHORS, DOMAIN } from './detect-grammar.ts'
import type { FoundName } from './detect-names.ts'
import type { ActionCandidate } from './findings.ts'
import { lastActionBefore, refineKind } from './refine-kind.ts'
import type { Scanned } from './scan-block.ts'
import { startingInside } from './sorted-spans.ts'
import type { Span } from './source-index.ts'

/** All that the gate needs to know of one action. */
export function describeAction(
  scanned: Scanned,
  clause: Clause,
  sentence: Span,
  match: ActionMatch,
): ActionCandidate {
  const { folded, tables, topics } = scanned
  const { group } = match
  const start = Math.min(group.start, clause.tokens[match.from]?.start ?? group.start)
  const end = Math.max(group.end, clause.tokens[match.to - 1]?.end ?? group.end)
  return {
    ...folded.toOriginal(start, end),
    agency: group.agency?.id,
    generic: group.generic,
    alsoBy: group.also.map((entity) => entity.id),
    action: group.form?.rule.action ?? refineKind(match, clause, tables.refinements),
    modality: match.modality,
    weak: match.weak,
    sure: group.sure && group.role !== 'surname',
    sentence: folded.toOriginal(sentence.start, sentence.end),
    companies: concerned(clause, match),
    topic: startingInside(topics, sentence).length > 0,
    anaphor: refersBack(clause),
    otherObject: otherObject(clause, match),
    classes: group.agency?.classes ?? [],
    saidInPerson: match.how === 'said' && group.person,
    earlierAction: match.kind === undefined ? lastActionBefore(clause) : undefined,
  }
}

function refersBack({ text, tokens, from, to }: Clause): boolean {
  const words = text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
  return ANAPHORS.test(words) || DOMAIN.test(words)
}

function concerned(clause: Clause, match: ActionMatch): string[] {
  const named = nearCompanies(clause, match)
  return named.length > 0 ? named : (match.group.agency?.about ?? [])
}

/** The companies that the action concerns: after it where there are any, else before. */
function nearCompanies(clause: Clause, match: ActionMatch): string[] {
  const ids = (names: FoundName[]) => [
    ...new Set(names.filter((name) => name.sure).map((name) => name.entity.id)),
  ]
  const start = Math.min(match.group.from, match.from)
  const after = ids(clause.companies.filter((name) => name.from >= start))
  return after.length > 0 && match.how !== 'passive' ? after : ids(clause.companies)
}

const OBJECT_REACH = 3
const NEUTRAL =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Chinese|American|Americans|China|The|Mr|Ms|G|I|UK|US|EU)$/

/** Another named thing right after the verb ("sued Google"), which makes it another's matter. */
function otherObject(clause: Clause, match: ActionMatch): boolean {
  if (match.how !== 'active') return false
  for (let at = match.to; at < Math.min(clause.to, match.to + OBJECT_REACH); at++) {
    const token = clause.tokens[at]
    if (!token || !/^[\s-]*$/.test(token.gap)) return false
    if (/^\p{Lu}/u.test(token.text) && !/^\d/.test(token.text) && !NEUTRAL.test(token.text)) {
      return !clause.groups.some((group) => group.from <= at && at < group.to)
    }
  }
  return false
}
