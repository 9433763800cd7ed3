import type { ActionKind, DateValue } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { Hierarchy } from './hierarchy.ts'
import { bounds } from './resolve-dates.ts'

/** Kinds that two outlets use for one act. */
const SAME_ACT: ActionKind[][] = [
  ['fine', 'settle'],
  ['warn', 'testify'],
  ['ban', 'restrict', 'deny-export'],
]
/** Acts that "the government" or "officials" stand for a single agency in. */
const SPOKEN = new Set<ActionKind>(['warn', 'testify', 'fine', 'settle'])
/** An act told without a date lies at most this many days before its telling. */
const UNDATED_REACH = 366
/** Outlets that date one public warning differently stay this many days close. */
const DISPUTED_REACH = 100
const DAY = 86_400_000

/** Whether two kinds may name one act: a fine is a settlement elsewhere, a restriction a ban. */
export function isSameAct(a: ActionKind, b: ActionKind): boolean {
  return a === b || SAME_ACT.some((kinds) => kinds.includes(a) && kinds.includes(b))
}

/** Whether two claims may speak of one act, whoever did it and whenever. */
export function isSameMatter(a: Claim, b: Claim, hierarchy: Hierarchy): boolean {
  if (!isSameAct(a.action, b.action) || !sameTargets(a, b, hierarchy)) return false
  if (a.objects.length > 0 && b.objects.length > 0 && !overlaps(a.objects, b.objects)) return false
  return a.actors.length === 0 || b.actors.length === 0 || overlaps(a.actors, b.actors)
}

/** Whether two claims may be of one agency; a claim without any may be anybody's. */
export function isSameAgency(a: Claim, b: Claim, hierarchy: Hierarchy): boolean {
  if (!a.named || !b.named || overlaps(a.agencies, b.agencies)) return true
  // A hearing has many witnesses; an outlet names those that it cares for.
  if (a.action === 'testify' && b.action === 'testify') return sameCountry(a, b, hierarchy)
  const spoken = SPOKEN.has(a.action) && SPOKEN.has(b.action)
  return a.agencies.some((one) => b.agencies.some((two) => hierarchy.related(one, two, spoken)))
}

function sameCountry(a: Claim, b: Claim, hierarchy: Hierarchy): boolean {
  const countries = new Set(a.agencies.map(hierarchy.country))
  return b.agencies.some((id) => countries.has(hierarchy.country(id)))
}

/** The same company, or, of one agency, the Chinese trade in one text and a company in the other. */
function sameTargets(a: Claim, b: Claim, hierarchy: Hierarchy): boolean {
  if (overlaps(a.targets, b.targets)) return true
  const broad = [a, b].some(({ targets }) => targets.includes('chinese-telecom'))
  return broad && a.agencies.some((id) => !hierarchy.isUmbrella(id) && b.agencies.includes(id))
}

/** Whether two claims may be of one time; an undated one is of the year before its telling. */
export function datesAgree(a: Claim, b: Claim): boolean {
  if (a.date && b.date) return mayBeSame(a.date, b.date)
  const when = a.date ?? b.date
  if (!when) return daysApart(a.read.published, b.read.published) <= UNDATED_REACH
  const told = a.date ? b.read.published : a.read.published
  return bounds(when)[0] <= bounds(told)[1] && daysApart(when, told) <= UNDATED_REACH
}

/** Whether two documents tell one public warning, each with the date at which it heard of it. */
export function datesDisputed(a: Claim, b: Claim): boolean {
  if (!a.date || !b.date || a.read.passage.document === b.read.passage.document) return false
  return isPublicWarning(a) && isPublicWarning(b) && daysApart(a.date, b.date) <= DISPUTED_REACH
}

/** A warning to the public about phones, which outlets date by when they heard of it. */
function isPublicWarning(claim: Claim): boolean {
  return (claim.action === 'warn' || claim.action === 'testify') && claim.objects.includes('phones')
}

/** Whether one date may be the other, told less exactly. */
export function mayBeSame(a: DateValue, b: DateValue): boolean {
  return a.value.startsWith(b.value) || b.value.startsWith(a.value)
}

function daysApart(a: DateValue, b: DateValue): number {
  const [aFirst, aLast] = bounds(a)
  const [bFirst, bLast] = bounds(b)
  const gap = Math.max(Number(aFirst) - Number(bLast), Number(bFirst) - Number(aLast), 0)
  return gap / DAY
}

function overlaps(a: string[], b: string[]): boolean {
  return a.some((one) => b.includes(one))
}
