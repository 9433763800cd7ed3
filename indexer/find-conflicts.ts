import type { Conflict } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { Reading } from '../core/context/reading.ts'
import { maskQuotations } from './quotations.ts'
import { toConflict } from '../core/context/reading.ts'
import { mayBeSame } from './same-event.ts'

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
  const distinct = [...new Map(dated.map((one) => [one.date.value, one.date])).values()]
  return dated.map(({ read, date }) => {
    const shortest = distinct.filter((other) => mayBeSame(other, date))
    const key = shortest.reduce((a, b) => (b.value.length < a.value.length ? b : a), date).value
    return { key, value: sayDay(date.value), ...place(read) }
  })
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** `3 February 2018`, `February 2018` or `2018`. */
function sayDay(value: string): string {
  const [year, month, day] = value.split('-')
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
}

function place(read: Claim['read']): Pick<Reading, 'passage' | 'document'> {
  return { passage: read.passage.id, document: read.passage.document }
}
