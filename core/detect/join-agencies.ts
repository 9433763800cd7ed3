import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { Token } from './detect-tokens.ts'

/** Groups that are one: nested, doubled, explained by an aside, listed. `groups` sorted by start. */
export function joinAgencies(text: string, tokens: Token[], groups: AgencyGroup[]): AgencyGroup[] {
  const nested = joinNested(text, tokens, dropInner(groups))
  return joinCoordinated(text, dropAppositions(text, nested))
}

/** "Commerce Department's Bureau of Industry and Security", "the FCC (Federal …)": the inner one acts. */
function joinNested(text: string, tokens: Token[], groups: AgencyGroup[]): AgencyGroup[] {
  const joined: AgencyGroup[] = []
  for (const group of groups) {
    const last = joined.at(-1)
    if (!last || !isNested(text, tokens, last, group)) joined.push(group)
    else joined[joined.length - 1] = mergeNested(last, group)
  }
  return joined
}

function isNested(text: string, tokens: Token[], outer: AgencyGroup, inner: AgencyGroup): boolean {
  const between = text.slice(outer.end, inner.start)
  const isAbbreviated = outer.form?.lastMark === '.' && between === '. '
  if (isAbbreviated || /^'s? (?:own )?$|^ $/.test(between))
    return inner.role !== 'country' || outer.role === 'country'
  if (/^ ?\("?$/.test(between)) return /^"?\)/.test(text.slice(tokens[inner.to - 1]?.end ?? 0))
  // "officials in Taipei", "the government of Australia"
  if (outer.role === 'generic' && outer.generic === 'government' && isPlace(inner))
    return /^ (?:in|of) (?:the )?$/.test(between)
  if (outer.person && OFFICE_OF.test(between))
    return [inner.agency?.partOf, inner.agency?.id].includes(outer.agency?.id)
  return /^,? of the $|^ of $|^ at the $/.test(between) && outer.person
}

/** "Representative Ann Moss, chairwoman of the House Energy Committee". */
const OFFICE_OF =
  /^(?:\.?\))?, (?:who (?:leads?|chairs?|heads?|runs?|chaired|headed|led) the $|(?:the |a )?(?:[a-z]+ )?(?:chair\w*|head|director|member|vice-chair\w*|leader) of the $)/

function mergeNested(outer: AgencyGroup, inner: AgencyGroup): AgencyGroup {
  const alias = inner.agency?.id === outer.agency?.id
  const person = outer.person || inner.person
  return {
    ...inner,
    role: roleOfNested(outer, inner, alias || isWithin(inner, outer)),
    from: outer.from,
    start: outer.start,
    person,
    also: outer.also,
    agency: inner.agency ?? outer.agency,
    sure: inner.sure || alias || isWithin(inner, outer),
  }
}

/** "Secretary of State Moss": the office tells who Moss is. */
function roleOfNested(
  outer: AgencyGroup,
  inner: AgencyGroup,
  isKnown: boolean,
): AgencyGroup['role'] {
  if (outer.role === 'generic') return 'name'
  return inner.role === 'surname' && isKnown && outer.sure ? 'official' : inner.role
}

function isWithin(inner: AgencyGroup, outer: AgencyGroup): boolean {
  return inner.agency?.country !== undefined && inner.agency.country === outer.agency?.country
}

/** "Ofcom, the UK's telecoms watchdog, …" is one agency, not also the government. */
function dropAppositions(text: string, groups: AgencyGroup[]): AgencyGroup[] {
  return groups.filter((group, i) => {
    const before = groups[i - 1]
    if (!before || group.role !== 'name') return true
    if (group.agency?.partOf !== undefined && group.agency !== before.agency) return true
    const opening = /^(?:(,) ?| ?(\())(?:(?:the|an?) )?$/.exec(text.slice(before.end, group.start))
    const closing = opening?.[1] ?? ')'
    const isAside = opening !== null && text[group.end] === closing
    return !isAside || before.agency?.country !== group.agency?.country
  })
}

/** What stands between two agencies of a list; only the last separator has the conjunction. */
const COMMA = /^\.?\)?,(?: the)? ?$/
const CONJUNCTION = /^\.?\)?(?:,? and| &|\/| or)(?: the)? ?$/

/** "the US, Australia and other allies". */
const AND_OTHERS = /^,? and other (?:allies|countries|nations|governments|agencies)\b/
const AND_OTHERS_LENGTH = 25

/** "the FBI, CIA and NSA", "Australia and Japan": one group led by the first. */
function joinCoordinated(text: string, groups: AgencyGroup[]): AgencyGroup[] {
  const joined: AgencyGroup[] = []
  for (let i = 0; i < groups.length; i++) {
    const end = endOfList(text, groups, i)
    const first = groups[i]
    const last = groups[end]
    if (!first || !last) break
    joined.push(end > i ? joinList(first, last, groups.slice(i + 1, end + 1)) : first)
    i = end
  }
  return joined
}

/** Longest list read as one; people name fewer. */
const LIST_LENGTH = 12

/** The last member of the list that begins at `from`; `from` itself where there is no list. */
function endOfList(text: string, groups: AgencyGroup[], from: number): number {
  for (let i = from; i + 1 < groups.length && i - from < LIST_LENGTH; i++) {
    const [here, next] = [groups[i], groups[i + 1]]
    if (!here || !next || here.role === 'generic' || isAtLarge(next)) return from
    const between = text.slice(here.end, next.start)
    // "the government and US-led allegations"
    if (text[next.end] === '-') return from
    if (CONJUNCTION.test(between)) return i + 1
    if (!COMMA.test(between) || isWhere(here, next)) return from
    if (AND_OTHERS.test(text.slice(next.end, next.end + AND_OTHERS_LENGTH))) return i + 1
  }
  return from
}

/** "In Germany, the BSI and the ministry": a country is no member of a list of its own agencies. */
function isWhere(here: AgencyGroup, next: AgencyGroup): boolean {
  return isPlace(here) && !isPlace(next) && here.agency?.country === next.agency?.country
}

/** "the BSI and the interior ministry" act together; of "the government" or "officials" nobody knows. */
function isAtLarge({ role, generic }: AgencyGroup): boolean {
  return role === 'generic' && !/^(?:interior|defence|foreign|justice|trade)$/.test(generic ?? '')
}

function joinList(first: AgencyGroup, last: AgencyGroup, rest: AgencyGroup[]): AgencyGroup {
  const also = rest.flatMap((group) => group.agency ?? []).filter((one) => one !== first.agency)
  return {
    ...first,
    // "Czech and Polish security services": the noun goes with both
    role: first.role === 'adjective' ? last.role : first.role,
    to: last.to,
    end: last.end,
    possessive: last.possessive,
    also: [...first.also, ...also],
  }
}

/** "Secretary of State Mike Pompeo", read once by title and once by name: one group. */
function dropInner(groups: AgencyGroup[]): AgencyGroup[] {
  const kept: AgencyGroup[] = []
  for (const group of groups) {
    const last = kept.at(-1)
    if (!last || group.from >= last.to) kept.push(group)
    else kept[kept.length - 1] = mergeOverlapping(last, group)
  }
  return kept
}

function mergeOverlapping(outer: AgencyGroup, inner: AgencyGroup): AgencyGroup {
  const ahead = inner.to > outer.to ? inner : outer
  const { to, end, possessive } = ahead
  const sure = outer.sure || inner.sure
  // "China's foreign ministry": the ministry is more than the government
  const isOther = inner.agency?.country !== outer.agency?.country
  const isWhole = outer.agency !== undefined && outer.agency.partOf === undefined && !isOther
  // "Attorney General George Brandis": the name tells whose
  const isNamed = inner.role === 'official' && isOther
  const agency = isWhole || isNamed ? inner.agency : outer.agency
  const role = outer.role === 'surname' && inner.role !== 'surname' ? inner.role : outer.role
  return { ...outer, role, to, end, possessive, sure, agency, person: outer.person || inner.person }
}
