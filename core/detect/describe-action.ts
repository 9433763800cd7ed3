import type { ActionMatch, Clause } from './detect-actions.ts'
import { namesOthers, namesOtherObject } from './detect-objects.ts'
import { ANAPHORS, DOMAIN } from './detect-grammar.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { FoundName } from './detect-names.ts'
import type { ActionCandidate } from './findings.ts'
import { lastActionBefore } from './earlier-action.ts'
import { refineKind } from './refine-kind.ts'
import type { Scanned } from './scan-block.ts'
import { startingInside } from './sorted-spans.ts'
import { meansCompany } from './topic.ts'
import type { Span } from '../source-index.ts'

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
  const named = startingInside(topics, sentence)
  return {
    ...folded.toOriginal(start, end),
    agency: group.agency?.id,
    generic: group.generic,
    alsoBy: group.also.map((entity) => entity.id),
    action: group.form?.rule.action ?? refineKind(match, clause, tables.refinements),
    modality: modalityOf(clause, match),
    weak: match.weak,
    inferred: match.how === 'plain' || group.role === 'pronoun',
    sure: group.sure && group.role !== 'surname',
    sentence: folded.toOriginal(sentence.start, sentence.end),
    companies: concerned(clause, match),
    topic: named.length > 0,
    meansCompany: named.every((one) => meansCompany(folded.text, one)),
    anaphor: refersBack(clause),
    otherObject: namesOtherObject(clause, match),
    otherNames: namesOthers(clause, match),
    place: isPlace(group),
    home: group.form?.rule.home || isTitled(clause, group) ? group.agency?.country : undefined,
    classes: group.agency?.classes ?? [],
    saidInPerson: match.how === 'said' && group.person,
    earlierAction: match.kind === undefined ? lastActionBefore(clause) : undefined,
  }
}

const TITLE = /^(?:minister|secretary|senator|sen|premier|chancellor|commissioner|president)$/

/** "Minister Moss": a surname with its office, which the page's country makes sure. */
function isTitled({ tokens }: Clause, { role, from }: AgencyGroup): boolean {
  return role === 'surname' && TITLE.test(tokens[from]?.norm ?? '')
}

/** How far before an agency "whether" may stand, in words. */
const WHETHER_REACH = 4

/** A ban told as leave not given is a ban; what stands after "whether" or "if" is open. */
function modalityOf({ tokens, from }: Clause, match: ActionMatch): ActionMatch['modality'] {
  const { group, modality } = match
  if (match.permits && modality === 'negated') return 'asserted'
  const before = tokens.slice(Math.max(from, group.from - WHETHER_REACH), group.from)
  const isOpen = before.some(({ norm }) => norm === 'whether' || norm === 'if' || norm === 'unless')
  return isOpen && modality !== 'negated' ? 'possible' : modality
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
  const near = clause.companies.filter((name) => !match.weak || !isCutOff(clause, start, name.from))
  const after = ids(beforeOthers(clause, match, near))
  return after.length > 0 && match.how !== 'passive' ? after : ids(near)
}

/**
 * The companies after an action, up to where somebody else is named: "ordered its staff to drop Huawei
 * after a warning by the agency about Huawei and ZTE".
 */
function beforeOthers({ groups }: Clause, match: ActionMatch, names: FoundName[]): FoundName[] {
  const start = Math.min(match.group.from, match.from)
  const after = names.filter((name) => name.from >= start)
  const first = after[0]
  const last = Math.max(match.to, match.group.to)
  const next = groups.find(
    (one) => first && one.from > first.from && one.from >= last && !isPlace(one),
  )
  return next ? after.filter((name) => name.from < next.from) : after
}

/** A semicolon between two words: what stands behind it is another matter. */
function isCutOff({ tokens }: Clause, a: number, b: number): boolean {
  return tokens.slice(Math.min(a, b) + 1, Math.max(a, b) + 1).some(({ gap }) => gap.includes(';'))
}
