import type {
  Attribution,
  Conflict,
  Passage,
  SourceEvent,
  SourceIndex,
} from '../../core/source-index.ts'

/** What a careful reader finds in some documents; a passage is named by words that stand in it. */
export type Gold = {
  events: GoldEvent[]
  entityConflicts: { entity: string; field: string; readings: string[] }[]
  /** `speaker: null`: the outlet's own words. */
  attributions: { passage: string; speaker: string | null }[]
  /** `value: null`: no word dates it. */
  dates: { passage: string; value: string | null; basis?: string; phrase?: string }[]
}
export type GoldEvent = {
  name: string
  /** The kind, or those that one may call it. */
  action: string | string[]
  /** `null`: not judged. */
  agencies: string[] | null
  targets: string[]
  date: string | null
  status: string[]
  passages: string[]
  replies: string[]
  conflicts: { field: string; readings: string[] }[]
  /** Evidence that a reader may or may not count. */
  also?: string[]
  /** An event that a reader may or may not count. */
  optional?: boolean
}

/** How an index stands against a gold: what was found, missed, and found beyond it. */
export type Score = { found: number; missed: string[]; extra: string[] }

export function scoreEvents(index: SourceIndex, gold: Gold): Score {
  const matches = matchEvents(index, gold)
  const matched = new Set([...matches.values()].map((event) => event?.id))
  const judged = gold.events.filter(({ optional }) => !optional)
  return {
    found: judged.filter((event) => matches.get(event)).length,
    missed: judged.filter((event) => !matches.get(event)).map(({ name }) => name),
    extra: index.events.filter(({ id }) => !matched.has(id)).map(describeEvent),
  }
}

/** Agencies, targets, dates and states of the events: right ones, and wrong ones as `missed`. */
export function scoreFields(index: SourceIndex, gold: Gold): Score {
  const score: Score = { found: 0, missed: [], extra: [] }
  for (const [want, got] of matchEvents(index, gold)) {
    if (!got || want.optional) continue
    const check = (field: string, fits: boolean, value: unknown) => {
      if (fits) score.found++
      else score.missed.push(`${want.name}: ${field} is ${JSON.stringify(value)}`)
    }
    check('targets', same(got.targets, want.targets), got.targets)
    if (want.agencies) check('agencies', same(got.agencies, want.agencies), got.agencies)
    if (want.date) check('date', got.date?.value === want.date, got.date?.value)
    check('status', want.status.includes(got.status), got.status)
  }
  return score
}

/** Passages or replies of the gold that the events have, lack, and have beyond it. */
export function scoreTies(index: SourceIndex, gold: Gold, field: 'passages' | 'replies'): Score {
  const score: Score = { found: 0, missed: [], extra: [] }
  for (const [want, got] of matchEvents(index, gold)) {
    if (want.optional) continue
    const ids = new Set(got?.[field])
    for (const words of want[field]) {
      const passage = passageWith(index, words)
      if (passage && ids.has(passage.id)) score.found++
      else score.missed.push(`${want.name}: ${words}`)
    }
    const free = [...want[field], ...(want.also ?? [])]
    const known = new Set(free.map((words) => passageWith(index, words)?.id))
    for (const id of ids) if (!known.has(id)) score.extra.push(`${want.name}: ${textOf(index, id)}`)
  }
  return score
}

export function scoreConflicts(index: SourceIndex, gold: Gold): Score {
  const matches = matchEvents(index, gold)
  const wanted = [
    ...gold.events.flatMap(({ name, conflicts }) =>
      conflicts.map(({ field, readings }) => describe(name, field, readings)),
    ),
    ...gold.entityConflicts.map(({ entity, field, readings }) => describe(entity, field, readings)),
  ]
  const names = new Map([...matches].map(([want, event]) => [event?.id, want.name]))
  const got = [
    ...index.events.map(({ id, conflicts }) => ({ name: names.get(id) ?? id, conflicts })),
    ...index.entities.map(({ id, conflicts }) => ({ name: id, conflicts })),
  ].flatMap(({ name, conflicts }) => conflicts.map((one) => describeConflict(name, one)))
  return {
    found: wanted.filter((one) => got.includes(one)).length,
    missed: wanted.filter((one) => !got.includes(one)),
    extra: got.filter((one) => !wanted.includes(one)),
  }
}

/** Who says a passage: right, wrong (`missed`), or named where nobody is (`extra`). */
export function scoreAttributions(index: SourceIndex, gold: Gold): Score {
  const score: Score = { found: 0, missed: [], extra: [] }
  for (const { passage: words, speaker, ...rest } of gold.attributions) {
    const got = withoutBody(passageWith(index, words)?.attribution)
    const want = speaker === null ? undefined : { speaker, ...rest }
    if (JSON.stringify(sorted(got)) === JSON.stringify(sorted(want))) score.found++
    else (want ? score.missed : score.extra).push(`${words}: ${say(got, 'no speaker')}`)
  }
  return score
}

/** When a passage speaks of: right, wrong (`missed`), or dated where no word does (`extra`). */
export function scoreDates(index: SourceIndex, gold: Gold): Score {
  const score: Score = { found: 0, missed: [], extra: [] }
  for (const { passage: words, ...want } of gold.dates) {
    const got = passageWith(index, words)?.date
    const { value, basis, phrase } = want
    const fits =
      value === null
        ? got === undefined
        : got?.value === value && got.basis === basis && got.phrase === phrase
    if (fits) score.found++
    else (value === null ? score.extra : score.missed).push(`${words}: ${say(got, 'no date')}`)
  }
  return score
}

export function passageWith(index: SourceIndex, words: string): Passage | undefined {
  return index.passages.find((passage) => passage.text.includes(words))
}

/** For every event of the gold the one of its kind that has most of its passages, each used once. */
function matchEvents(index: SourceIndex, gold: Gold): Map<GoldEvent, SourceEvent | undefined> {
  const free = new Set(index.events)
  const found = new Map<GoldEvent, SourceEvent | undefined>()
  for (const want of gold.events) {
    const ids = new Set(want.passages.map((words) => passageWith(index, words)?.id))
    const shared = (event: SourceEvent) => event.passages.filter((id) => ids.has(id)).length
    const [best] = [...free]
      .filter((event) => [want.action].flat().includes(event.action) && shared(event) > 0)
      .sort((a, b) => shared(b) - shared(a))
    if (best) free.delete(best)
    found.set(want, best)
  }
  return found
}

function describeEvent({ agencies, action, targets, date }: SourceEvent): string {
  return [agencies.join('+'), action, targets.join('+'), date?.value].join(' ')
}

function describeConflict(name: string, { field, readings }: Conflict): string {
  return describe(
    name,
    field,
    readings.map(({ value }) => value),
  )
}

function describe(name: string, field: string, readings: string[]): string {
  return `${name}: ${field} ${readings.toSorted().join(' / ')}`
}

function textOf(index: SourceIndex, id: string): string {
  return index.passages.find((passage) => passage.id === id)?.text.slice(0, 80) ?? id
}

function say(value: object | undefined, none: string): string {
  return value ? JSON.stringify(value) : none
}

function same(a: string[], b: string[]): boolean {
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted())
}

/** For whom a speaker speaks is judged by the events that the passage is tied to. */
function withoutBody(attribution: Attribution | undefined): object | undefined {
  if (!attribution) return undefined
  const { speaksFor: _, ...rest } = attribution
  return rest
}

function sorted(value: object | undefined): [string, unknown][] | undefined {
  return value && Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}
