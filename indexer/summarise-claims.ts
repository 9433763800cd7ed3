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

/** The date that most claims agree on, told the most exactly; without any, when it was first told. */
export function eventDate(claims: Claim[]): DateValue | undefined {
  const dates = claims.flatMap(({ date }) => date ?? [])
  const votes = (date: DateValue) => dates.filter((one) => mayBeSame(one, date)).length
  const [best] = dates.toSorted((a, b) => votes(b) - votes(a) || b.value.length - a.value.length)
  if (best) return best
  const told = claims.map(({ read }) => read.published.value).sort()[0]
  if (told === undefined) return undefined
  const value = told.slice(0, 7)
  return { value, precision: value.length === 7 ? 'month' : 'year', basis: 'inferred' }
}

const LASTING = new Set(['ban', 'deny-export', 'designate'])
const ENACTED = /\b(?:passed|signed|enacted|became law|signs|passes)\b/i
const STILL =
  /\bcontinues? to (?:\w+ )?(?:implement|enforce|apply)\b|\bremains? in (?:force|place|effect)\b/i
const ELAPSED_DAYS = 180

/** How far an event had come when it was told; `reported` where it is known at second hand only. */
export function statusOf(claims: Claim[]): EventStatus {
  const texts = claims.map(({ read }) => read.passage.text)
  const lawmaking = claims.every(({ action }) => action === 'legislate')
  if (claims.every(({ proposed }) => proposed)) return 'proposed'
  if (lawmaking && !texts.some((text) => ENACTED.test(text))) return 'proposed'
  if (texts.some((text) => /\bsuspended\b/i.test(text))) return 'suspended'
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
