import type { DateValue, EventStatus } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import { mayBeSame } from './same-event.ts'

/** The companies; the Chinese trade at large only where no text names one. */
export function groupTargets(claims: Claim[]): string[] {
  const all = [...new Set(claims.flatMap((claim) => claim.targets))].sort()
  return all.length > 1 ? all.filter((target) => target !== 'chinese-telecom') : all
}

/** How well a claim stands for its event: it names the agency, the companies, the time, in own words. */
export function clarity(claim: Claim): number {
  const { passage } = claim.read
  const company = passage.companies.some((one) => claim.targets.includes(one))
  return Number(claim.named) * 4 + Number(company) * 2 + (claim.date?.value.length ?? 0) / 10
}

/** The most telling name of one act: what is denied export is also banned, a settlement is a fine. */
const TELLING: Claim['action'][] = ['deny-export', 'ban', 'settle', 'testify']

/** What an event is called whose claims call it differently. */
export function mainAction(claims: Claim[]): Claim['action'] {
  const telling = TELLING.find((action) => claims.some((claim) => claim.action === action))
  const counts = Map.groupBy(claims, ({ action }) => action)
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length)
  return telling ?? most?.[0] ?? 'report'
}

/** The date that most claims agree on, told the most exactly (`borne`: by what bears them out); without any, when it was first told. */
export function eventDate(claims: Claim[], borne: DateValue[] = []): DateValue | undefined {
  const dates = claims.flatMap(({ date }) => date ?? [])
  // Counted once for each value: one event may be told thousands of times.
  const told = Map.groupBy(dates, ({ value }) => value)
  const counts = new Map(
    [...told].map(([value, [date]]) => [value, date ? votesFor(date, [...told.values()]) : 0]),
  )
  const votes = ({ value }: DateValue) => counts.get(value) ?? 0
  const stated = ({ basis }: DateValue) => Number(basis === 'text')
  const [best] = dates.toSorted(
    (a, b) => votes(b) - votes(a) || stated(b) - stated(a) || b.value.length - a.value.length,
  )
  const first = firstTelling(claims)
  // What bears the event out may know its day where the claims know its month; who told of it as
  // news, without a date, knows the month of "last year".
  const news = firstTelling(claims.filter(({ date }) => !date))
  if (best) {
    const known = borne.find(({ value }) => value.startsWith(`${best.value}-`))
    const vague = best.basis === 'inferred' && news?.startsWith(`${best.value}-`)
    if (known || !vague) return known ?? best
  }
  const month = best ? news : first
  if (month === undefined) return best
  const value = month.slice(0, 7)
  return { value, precision: value.length === 7 ? 'month' : 'year', basis: 'inferred' }
}

/** How many dates may be the given one; `groups`: those of one value each. */
function votesFor(date: DateValue, groups: DateValue[][]): number {
  return groups.reduce(
    (sum, group) => sum + (group[0] && mayBeSame(group[0], date) ? group.length : 0),
    0,
  )
}

function firstTelling(claims: Claim[]): string | undefined {
  return claims.map(({ read }) => read.published.value).sort()[0]
}

const LASTING = new Set(['ban', 'deny-export', 'designate'])
const ENACTED = /\b(?:passed|signed|enacted|became law|signs|passes)\b/i
const SUSPENDED = /\bsuspended\b|\b(?:only|then|later) to suspend\b/i
const STILL =
  /\bcontinues? to (?:\w+ )?(?:implement|enforce|apply)\b|\bremains? in (?:force|place|effect)\b/i
const ELAPSED_DAYS = 180

/** How far an event had come when it was told; `reported` where it is known at second hand only. */
export function statusOf(claims: Claim[]): EventStatus {
  const texts = claims.map(({ read }) => read.passage.text)
  const lawmaking = claims.every(({ action }) => action === 'legislate')
  if (claims.every(({ proposed }) => proposed)) return 'proposed'
  if (lawmaking && !texts.some((text) => ENACTED.test(text))) return 'proposed'
  if (texts.some((text) => SUSPENDED.test(text))) return 'suspended'
  if (texts.some((text) => STILL.test(text))) return 'in-force'
  if (claims.every(isSecondHand)) return 'reported'
  if (claims.some(({ action }) => LASTING.has(action))) return 'in-force'
  return claims.every(isLongPast) ? 'past' : 'announced'
}

function isSecondHand({ read }: Claim): boolean {
  const attribution = read.passage.attribution
  const indirect =
    attribution?.standing === 'reported-by-other' || attribution?.standing === 'anonymous'
  return indirect || /\breportedly\b/i.test(read.passage.text)
}

function isLongPast({ read, date }: Claim): boolean {
  if (!date) return false
  const days = (text: string) => Date.parse(text.length === 4 ? `${text}-07-01` : text) / 86_400_000
  return days(read.published.value) - days(date.value) > ELAPSED_DAYS
}
