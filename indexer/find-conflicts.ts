import type { Conflict, PassageId } from '../core/source-index.ts'
import type { Claim } from './find-claims.ts'
import { maskQuotations } from './attribute-passages.ts'
import { mayBeSame } from './same-event.ts'

/** One thing that one passage says; `key` tells readings apart, `value` shows them. */
export type Reading = { key: string; value: string; passage: PassageId; document: string }

const SCALES: Record<string, number> = {
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
}
const AMOUNT =
  /(?:US|U\.S\. )?[$£€]\s?(\d[\d,]*(?:\.\d+)?)(?:[ -]?(thousand|million|billion|bn|mn|m|b)\b)?/gi
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const DURATION = new RegExp(
  `\\b(\\d{1,2}|${NUMBERS.join('|')})[- ](year|month|week|day)s?\\b`,
  'gi',
)
/** Countries under embargo by someone: those that a breach of sanctions is about. */
const SANCTIONED =
  /\b(?:Iran|North Korea|Syria|Cuba|Sudan|Russia|Belarus|Venezuela|Myanmar|Crimea|Iraq|Libya|Afghanistan|Zimbabwe)\b/g
const DIRECTIONS: Record<string, RegExp> = {
  import:
    /\bimports?[- ](?:ban|block|restriction)s?|\b(?:ban|block|restrictions?)(?:s|ned|ed)? (?:on |from )?import(?:s|ing)?\b/i,
  export:
    /\b(?:block|ban|bar|prohibit)\w* \w+ from export\w*|\b(?:ban|block|bar)\w* (?:on )?exports?(?: to \w+)?|\bexports? (?:ban|block)\b|\bno longer sell\b[^.]{0,40}\bto \w+/i,
}
const OWNERSHIP: Record<string, RegExp> = {
  state:
    /\b(?:state|government)-(?:owned|run|controlled)\b|\bowned by the (?:Chinese )?(?:state|government)\b/i,
  public: /\bpublicly[- ](?:traded|listed|held|owned)\b/i,
  private: /\bprivately[- ](?:held|owned)\b|\bprivate company\b/i,
  employees: /\bemployee-owned\b|\bowned by its employees\b/i,
}

/** What the claims of one event say differently. */
export function findConflicts(claims: Claim[]): Conflict[] {
  const penal = claims.filter(({ action }) => PENAL.has(action))
  const barring = claims.filter(({ action }) => BARRING.has(action))
  return [
    toConflict('amount', penal.flatMap(amounts)),
    toConflict('date', dates(claims)),
    toConflict('duration', barring.flatMap(durations)),
    toConflict('place', penal.flatMap(places)),
    toConflict('scope', barring.flatMap(directions)),
  ].flatMap((conflict) => conflict ?? [])
}

const PENAL = new Set(['fine', 'settle', 'charge'])
const BARRING = new Set(['ban', 'restrict', 'deny-export'])

/** What the passages say of a company's owners. A passage counts that has the company as subject. */
export function findOwnership(company: string, passages: Claim['read'][]): Conflict[] {
  const readings = passages.flatMap(({ passage }) => {
    const { text } = passage
    if (!isAboutOwner(text, company, passage.attribution?.speaker)) return []
    return Object.entries(OWNERSHIP).flatMap(([key, pattern]) => {
      const match = pattern.exec(text)
      return match
        ? [{ key, value: match[0], passage: passage.id, document: passage.document }]
        : []
    })
  })
  const conflict = toConflict('ownership', readings)
  return conflict ? [conflict] : []
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

function amounts({ read }: Claim): Reading[] {
  return [...maskQuotations(read.passage.text).matchAll(AMOUNT)].map((match) => {
    const scale = SCALES[(match[2] ?? '').toLowerCase()] ?? 1
    const sum = Number((match[1] ?? '').replaceAll(',', '')) * scale
    return { key: String(sum), value: match[0], ...place(read) }
  })
}

function durations({ read }: Claim): Reading[] {
  return [...read.passage.text.matchAll(DURATION)].map((match) => {
    const word = (match[1] ?? '').toLowerCase()
    const number = NUMBERS.includes(word) ? NUMBERS.indexOf(word) + 1 : Number(word)
    return { key: `${number} ${match[2]?.toLowerCase()}`, value: match[0], ...place(read) }
  })
}

function places({ read }: Claim): Reading[] {
  const found = [...new Set(read.passage.text.match(SANCTIONED))].sort()
  if (found.length === 0) return []
  return [{ key: found.join(), value: found.join(' and '), ...place(read) }]
}

function directions({ read }: Claim): Reading[] {
  return Object.entries(DIRECTIONS).flatMap(([key, pattern]) => {
    const match = pattern.exec(read.passage.text)
    return match ? [{ key, value: match[0], ...place(read) }] : []
  })
}

/** Dates that the texts state or imply; two agree where one may be the other told less exactly. */
function dates(claims: Claim[]): Reading[] {
  const dated = claims.flatMap(({ read, date }) => (date ? [{ read, date }] : []))
  return dated.map(({ read, date }) => {
    const shortest = dated.map((one) => one.date).filter((other) => mayBeSame(other, date))
    const key = shortest.reduce((a, b) => (b.value.length < a.value.length ? b : a), date).value
    return { key, value: date.value, ...place(read) }
  })
}

function place(read: Claim['read']): { passage: PassageId; document: string } {
  return { passage: read.passage.id, document: read.passage.document }
}

/** A conflict where different documents read differently; what one document says alone is none. */
function toConflict(field: string, readings: Reading[]): Conflict | undefined {
  const byKey = Map.groupBy(readings, (reading) => reading.key)
  if (byKey.size < 2 || new Set(readings.map((one) => one.document)).size < 2) return undefined
  return {
    field,
    readings: [...byKey.values()].flatMap((group) => {
      const value = group[0]?.value
      if (value === undefined) return []
      return [{ value, passages: [...new Set(group.map((one) => one.passage))] }]
    }),
  }
}
