import type { ActionKind, DateValue } from '../core/source-index.ts'
import type { ClaimFacts } from './claim.ts'
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
/** Of these a government and its bodies do many at a time. */
const APART = new Set<ActionKind>(['legislate', 'report', 'evaluate', 'restrict'])
/** An act told without a date lies at most this many days before its telling. */
const UNDATED_REACH = 366
/** Less, where another document dates it: the act may be another one. */
const UNDATED_APART = 130
/** Two tellings without a date lie at most this many days apart. */
const UNDATED_BOTH = 62
/** Outlets that date one public warning differently stay this many days close. */
const DISPUTED_REACH = 100
/** Outlets that recall one agency's warning put it this many days apart at most. */
const MISDATED_REACH = 45
/** What lies less than this many days before its telling is new, and rightly dated. */
const RECALLED_AFTER = 3
const DAY = 86_400_000

/** Whether two kinds may name one act: a fine is a settlement elsewhere, a restriction a ban. */
export function isSameAct(a: ActionKind, b: ActionKind): boolean {
  return a === b || SAME_ACT.some((kinds) => kinds.includes(a) && kinds.includes(b))
}

/** Whether two claims may speak of one act, whoever did it and whenever. */
export function isSameMatter(a: ClaimFacts, b: ClaimFacts, hierarchy: Hierarchy): boolean {
  if (!isSameAct(a.action, b.action) || !sameTargets(a, b, hierarchy)) return false
  if (a.objects.length > 0 && b.objects.length > 0 && !overlaps(a.objects, b.objects)) return false
  return a.actors.length === 0 || b.actors.length === 0 || overlaps(a.actors, b.actors)
}

/** Whether two claims may be of one agency; a claim without any may be anybody's. */
export function isSameAgency(a: ClaimFacts, b: ClaimFacts, hierarchy: Hierarchy): boolean {
  if (!a.named || !b.named || overlaps(a.agencies, b.agencies)) return true
  // A hearing has many witnesses; an outlet names those that it cares for.
  if (a.action === 'testify' && b.action === 'testify') return sameCountry(a, b, hierarchy)
  const spoken = (SPOKEN.has(a.action) && SPOKEN.has(b.action)) || isSameMonth(a, b)
  return a.agencies.some((one) => b.agencies.some((two) => hierarchy.related(one, two, spoken)))
}

/** Whether both are dated, to the same month: then "the government" may well be the agency. */
function isSameMonth({ date: a, action }: ClaimFacts, { date: b }: ClaimFacts): boolean {
  if (!a || !b || a.precision === 'year' || b.precision === 'year') return false
  return !APART.has(action) && mayBeSame(a, b)
}

function sameCountry(a: ClaimFacts, b: ClaimFacts, hierarchy: Hierarchy): boolean {
  const countries = new Set(a.agencies.map(hierarchy.country))
  return b.agencies.some((id) => countries.has(hierarchy.country(id)))
}

/** The same company, or, of one agency, the Chinese trade in one text and a company in the other. */
function sameTargets(a: ClaimFacts, b: ClaimFacts, hierarchy: Hierarchy): boolean {
  if (overlaps(a.targets, b.targets)) return true
  const broad = [a, b].some(({ targets }) => targets.includes('chinese-telecom'))
  return broad && a.agencies.some((id) => !hierarchy.isUmbrella(id) && b.agencies.includes(id))
}

/**
 * Whether two claims may be of one time; an undated one is of the year before its telling where one
 * document tells both (`together`), and of the months before otherwise.
 */
export function datesAgree(a: ClaimFacts, b: ClaimFacts, together = false): boolean {
  if (a.date && b.date) return mayBeSame(a.date, b.date)
  const when = a.date ?? b.date
  if (!when) return daysApart(a.read.published, b.read.published) <= UNDATED_BOTH
  const reach = together ? UNDATED_REACH : UNDATED_APART
  const told = a.date ? b.read.published : a.read.published
  return noons(when)[0] <= noons(told)[1] && daysApart(when, told) <= reach
}

/** Whether two documents tell one public warning, each with the date at which it heard of it. */
export function datesDisputed(a: ClaimFacts, b: ClaimFacts): boolean {
  if (!a.date || !b.date || a.read.passage.document === b.read.passage.document) return false
  if (![a, b].every(({ action }) => action === 'warn' || action === 'testify')) return false
  // Who tells what is new knows its day; who recalls a warning may not.
  if (![a, b].every(isRecalled)) return false
  // A warning to the public about phones is dated by when an outlet heard of it.
  const toPublic = [a, b].every(({ objects }) => objects.includes('phones'))
  const sole = a.agencies.length === 1 && a.agencies.join() === b.agencies.join()
  return daysApart(a.date, b.date) <= (toPublic ? DISPUTED_REACH : sole ? MISDATED_REACH : -1)
}

/** Whether a claim tells again what is no longer new. */
export function isRecalled({ date, read }: ClaimFacts): boolean {
  return date !== undefined && daysApart(date, read.published) > RECALLED_AFTER
}

/** How far apart two tellings put an act, in days; one without a date puts it at its telling. */
export function timeBetween(a: ClaimFacts, b: ClaimFacts): number {
  return daysApart(a.date ?? a.read.published, b.date ?? b.read.published)
}

/** Whether one date may be the other, told less exactly. */
export function mayBeSame(a: DateValue, b: DateValue): boolean {
  return a.value.startsWith(b.value) || b.value.startsWith(a.value)
}

const known = new Map<string, [number, number]>()

/** `bounds` in milliseconds, worked out once for each date: claims are compared many times. */
function noons({ value, precision, basis }: DateValue): [number, number] {
  const found = known.get(value)
  if (found) return found
  const [first, last] = bounds({ value, precision, basis })
  const span: [number, number] = [Number(first), Number(last)]
  known.set(value, span)
  return span
}

/**
 * The months (counted from year 0) in which a claim's act may lie. Claims of one event always share
 * a month: this only narrows down what has to be compared.
 */
export function possibleMonths({ date, read, action }: ClaimFacts): number[] {
  const [first, last] = noons(date ?? read.published)
  const spoken = action === 'warn' || action === 'testify'
  const before = date ? (spoken ? DISPUTED_REACH : 0) : UNDATED_REACH
  const from = monthOf(first - before * DAY)
  const to = monthOf(last + (date && spoken ? DISPUTED_REACH * DAY : 0))
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

function monthOf(time: number): number {
  const date = new Date(time)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** The least number of days between two dates as far as they are known; 0 where they overlap. */
export function daysApart(a: DateValue, b: DateValue): number {
  const [aFirst, aLast] = noons(a)
  const [bFirst, bLast] = noons(b)
  const gap = Math.max(aFirst - bLast, bFirst - aLast, 0)
  return gap / DAY
}

function overlaps(a: string[], b: string[]): boolean {
  return a.some((one) => b.includes(one))
}
