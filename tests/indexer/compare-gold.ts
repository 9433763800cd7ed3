import type { Passage, SourceEvent, SourceIndex } from '../../core/source-index.ts'
import gold from './gold.json' with { type: 'json' }

/** How an index stands against the gold: what was found, missed, and found beyond it. */
export type Score = { found: number; missed: string[]; extra: string[] }

type GoldEvent = (typeof gold.events)[number]

export function scoreEvents(index: SourceIndex): Score {
  const matches = gold.events.map((event) => ({ event, match: findEvent(index, event) }))
  const matched = new Set(matches.map(({ match }) => match?.id))
  return {
    found: matches.filter(({ match }) => match).length,
    missed: matches.filter(({ match }) => !match).map(({ event }) => event.name),
    extra: index.events.filter(({ id }) => !matched.has(id)).map(describeEvent),
  }
}

/** Targets, agencies, dates and states of the matched events that are not as in the gold. */
export function fieldFaults(index: SourceIndex): string[] {
  return gold.events.flatMap((want) => {
    const got = findEvent(index, want)
    if (!got) return []
    const wrong = (field: string, value: unknown) =>
      `${want.name}: ${field} is ${JSON.stringify(value)}`
    return [
      ...(same(got.targets, want.targets) ? [] : [wrong('targets', got.targets)]),
      ...(same(got.agencies, want.agencies) ? [] : [wrong('agencies', got.agencies)]),
      ...(got.date?.value === want.date ? [] : [wrong('date', got.date?.value)]),
      ...(want.status.includes(got.status) ? [] : [wrong('status', got.status)]),
    ]
  })
}

/** Passages or replies of the gold that the events have, lack, and have beyond it. */
export function scoreTies(index: SourceIndex, field: 'passages' | 'replies'): Score {
  const score: Score = { found: 0, missed: [], extra: [] }
  for (const want of gold.events) {
    const got = findEvent(index, want)
    const ids = new Set(got?.[field])
    const wanted = want[field].map((words) => passageWith(index, words))
    wanted.forEach((passage, i) => {
      if (passage && ids.has(passage.id)) score.found++
      else score.missed.push(`${want.name}: ${want[field][i]}`)
    })
    const known = new Set(wanted.map((passage) => passage?.id))
    for (const id of ids) if (!known.has(id)) score.extra.push(`${want.name}: ${textOf(index, id)}`)
  }
  return score
}

export function scoreConflicts(index: SourceIndex): Score {
  const wanted = [
    ...gold.events.flatMap((event) =>
      event.conflicts.map((conflict) => describe(event.name, conflict.field, conflict.readings)),
    ),
    ...gold.entityConflicts.map(({ entity, field, readings }) => describe(entity, field, readings)),
  ]
  const nameOf = (id: string) =>
    gold.events.find((event) => findEvent(index, event)?.id === id)?.name ?? id
  const got = [
    ...index.events.map(({ id, conflicts }) => ({ name: nameOf(id), conflicts })),
    ...index.entities.map(({ id, conflicts }) => ({ name: id, conflicts })),
  ].flatMap(({ name, conflicts }) =>
    conflicts.map(({ field, readings }) =>
      describe(
        name,
        field,
        readings.map(({ value }) => value),
      ),
    ),
  )
  return {
    found: wanted.filter((one) => got.includes(one)).length,
    missed: wanted.filter((one) => !got.includes(one)),
    extra: got.filter((one) => !wanted.includes(one)),
  }
}

export function attributionFaults(index: SourceIndex): string[] {
  return gold.attributions.flatMap(({ passage: words, speaker, ...rest }) => {
    const got = passageWith(index, words)?.attribution
    const want = speaker === null ? undefined : { speaker, ...rest }
    return JSON.stringify(sorted(got)) === JSON.stringify(sorted(want))
      ? []
      : [`${words}: ${JSON.stringify(got) ?? 'no speaker'}`]
  })
}

export function dateFaults(index: SourceIndex): string[] {
  return gold.dates.flatMap(({ passage: words, ...want }) => {
    const got = passageWith(index, words)?.date
    const fits =
      want.value === null
        ? got === undefined
        : got?.value === want.value && got.basis === want.basis && got.phrase === want.phrase
    return fits ? [] : [`${words}: ${JSON.stringify(got) ?? 'no date'}`]
  })
}

export function passageWith(index: SourceIndex, words: string): Passage | undefined {
  return index.passages.find((passage) => passage.text.includes(words))
}

/** The event that has most of the gold's passages, of the same kind of action. */
function findEvent(index: SourceIndex, { action, passages }: GoldEvent): SourceEvent | undefined {
  const ids = new Set(passages.map((words) => passageWith(index, words)?.id))
  const shared = (event: SourceEvent) => event.passages.filter((id) => ids.has(id)).length
  const candidates = index.events.filter((event) => event.action === action && shared(event) > 0)
  return candidates.toSorted((a, b) => shared(b) - shared(a))[0]
}

function describeEvent({ agencies, action, targets, date }: SourceEvent): string {
  return [agencies.join('+'), action, targets.join('+'), date?.value].join(' ')
}

function describe(name: string, field: string, readings: string[]): string {
  return `${name}: ${field} ${readings.toSorted().join(' / ')}`
}

function textOf(index: SourceIndex, id: string): string {
  return index.passages.find((passage) => passage.id === id)?.text.slice(0, 80) ?? id
}

function same(a: string[], b: string[]): boolean {
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted())
}

function sorted(value: object | undefined): [string, unknown][] | undefined {
  return value && Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}
