import type { AgencyTree } from '../../core/context/agency-tree.ts'
import { keysOfEvent, monthKey } from '../../core/packs/event-keys.ts'
import type { Place } from '../../core/packs/postings.ts'
import type { PassageId } from '../../core/source-index.ts'
import type { ClaimsRow, TellingRow } from '../../extension/sources/made-db.ts'
import {
  joinEvents,
  withUniqueIds,
  type JoinedEvent,
  type TiedDocument,
} from '../../indexer/build-events.ts'
import type { Claim, ClaimFacts } from '../../indexer/claim.ts'
import type { Hierarchy } from '../../indexer/hierarchy.ts'
import { lookedAt, mayTouch, shelfKeys, waysOf } from '../../indexer/merge-claims.ts'
import type { ReadPassage } from '../../indexer/read-passages.ts'
import { placesOf, type MadeWriting } from './write-documents.ts'
import { replaceEvents, type Telling } from './write-events.ts'

export type World = { hierarchy: Hierarchy; tree: AgencyTree }

/** Documents whose claims have come or gone, and whether a document counts for events now. */
export type Changed = { numbers: number[]; isOn: (row: Owned) => boolean }
export type Owned = { number: number; pack: number }

/**
 * Makes the events of one sort anew around documents that have changed: those that they were in, those
 * that their claims may join, and new ones. `all`: every event of the sort, which costs the most once but
 * less than many regions.
 */
export async function joinRegion(
  writing: MadeWriting,
  sort: string,
  changed: Changed,
  world: World,
  all = false,
): Promise<void> {
  const claims = writing.objectStore('claims')
  const gone = new Set(changed.numbers)
  const fresh = all ? [] : await claimsOf(writing, changed.numbers, sort)
  const coming = fresh.filter(changed.isOn)
  const near = all
    ? await writing.objectStore('tellings').index('sort').getAll(sort)
    : await eventsAround(writing, sort, changed.numbers, coming.flatMap(toldBy), world)
  const rows = all ? (await claims.index('sort').getAll(sort)).filter(changed.isOn) : coming
  const taken = new Map<number, Set<number>>()
  if (!all)
    for (const [number, at] of near.flatMap((event) => event.claims))
      if (!gone.has(number)) taken.set(number, (taken.get(number) ?? new Set()).add(at))
  const others = await claimsOf(writing, [...taken.keys()], sort)
  const told: Told[] = [
    ...rows.map((row) => describe(row)),
    ...others.map((row) => describe(row, taken.get(row.number))),
  ]
  if (told.length === 0) return replaceEvents(writing, near, [])
  const denials = await readDenials(writing, told, changed.isOn)
  const joined = joinEvents(
    told.map(({ tied }) => tied),
    denials,
    world.hierarchy,
  )
  const unique = withUniqueIds(joined, await takenIds(writing, joined, near))
  const numbers = new Map(told.map(({ tied, number }) => [tied.document.id, number]))
  const places = await readPlaces(writing, unique)
  const origins = new Map(
    told.flatMap(({ number, origins }) =>
      origins.map(([claim, at]) => [claim, [number, at] as [number, number]]),
    ),
  )
  const known = { origins, places, numbers }
  await replaceEvents(
    writing,
    near,
    unique.map((one) => toTelling(one, sort, known, world)),
  )
}

type Told = { number: number; tied: TiedDocument; origins: [Claim, number][] }

/** What this worker has written itself, and nobody else writes. */
const toldBy = (row: ClaimsRow): Claim[] => (row.told as TiedDocument).claims

function describe(row: ClaimsRow, only?: Set<number>): Told {
  const tied = row.told as TiedDocument
  const kept = tied.claims.map((claim, at): [Claim, number] => [claim, at])
  const origins = only ? kept.filter(([, at]) => only.has(at)) : kept
  return {
    number: row.number,
    tied: { ...tied, claims: origins.map(([claim]) => claim) },
    origins,
  }
}

async function claimsOf(
  writing: MadeWriting,
  numbers: number[],
  sort: string,
): Promise<ClaimsRow[]> {
  const store = writing.objectStore('claims')
  const rows = await Promise.all(numbers.map((number) => store.get([number, sort])))
  return rows.flatMap((row) => row ?? [])
}

/** The events that the documents were in, that their claims may join, or that their denials answer. */
async function eventsAround(
  writing: MadeWriting,
  sort: string,
  numbers: number[],
  coming: Claim[],
  { hierarchy }: World,
): Promise<TellingRow[]> {
  const tellings = writing.objectStore('tellings')
  const shelved = [
    ...new Set(
      coming.flatMap((claim) => [...lookedAt(claim, hierarchy), ...shelfKeys(claim, hierarchy)]),
    ),
  ]
  const months = sort === 'warn' ? await denialMonths(writing, numbers) : []
  const [own, beside, answered] = await Promise.all([
    Promise.all(numbers.map((number) => tellings.index('numbers').getAllKeys(number))),
    Promise.all(shelved.map((shelf) => tellings.index('shelves').getAllKeys(shelf))),
    Promise.all(
      months.map((month) =>
        writing.objectStore('events').index('keys').getAllKeys(monthKey(month)),
      ),
    ),
  ])
  const sure = new Set([...own.flat(), ...answered.flat()])
  const ids = [...new Set([...sure, ...beside.flat()])]
  const rows = (await Promise.all(ids.map((id) => tellings.get(id)))).flatMap((row) => row ?? [])
  return rows.filter((row) => row.sort === sort && (sure.has(row.id) || isTouched(row)))

  function isTouched({ ways }: TellingRow): boolean {
    return coming.some((claim) => mayTouch(ways as ClaimFacts[], claim, hierarchy))
  }
}

async function denialMonths(writing: MadeWriting, numbers: number[]): Promise<string[]> {
  const rows = await Promise.all(
    numbers.map((number) => writing.objectStore('denials').getAll(placesOf(number))),
  )
  return [...new Set(rows.flat().map(({ month }) => month))]
}

/** Denials of the months that the claims may be of, in the order of publication. */
async function readDenials(
  writing: MadeWriting,
  told: Told[],
  isOn: Changed['isOn'],
): Promise<Map<string, ReadPassage[]>> {
  const claims = told.flatMap(({ tied }) => tied.claims)
  const months = new Set(
    claims.flatMap(({ date, read }) => [date?.value ?? '', read.published.value].map(toMonth)),
  )
  const index = writing.objectStore('denials').index('month')
  const found = await Promise.all([...months].map((month) => index.getAll(month)))
  const rows = found.flat().filter(isOn)
  const reads = rows.map(({ read }) => read as ReadPassage)
  return Map.groupBy(
    reads.toSorted((a, b) => compare(a.published.value, b.published.value)),
    ({ published }) => toMonth(published.value),
  )
}

const toMonth = (value: string) => value.slice(0, 7)
const compare = (a: string, b: string) => Number(a > b) - Number(a < b)

/** Ids of events elsewhere: those around are being replaced. */
async function takenIds(
  writing: MadeWriting,
  joined: JoinedEvent[],
  near: TellingRow[],
): Promise<Set<string>> {
  const free = new Set(near.map(({ id }) => id))
  const ids = [...new Set(joined.map(({ event }) => event.id))]
  const keys = await Promise.all(ids.map((id) => writing.objectStore('tellings').getKey(id)))
  return new Set(keys.flatMap((key) => (key === undefined || free.has(key) ? [] : key)))
}

/** Where passages stand; the same passage in another pack's copy has a place that does not count. */
async function readPlaces(
  writing: MadeWriting,
  joined: JoinedEvent[],
): Promise<Map<PassageId, Place>> {
  const ids = [...new Set(joined.flatMap(({ event }) => [...event.passages, ...event.replies]))]
  const index = writing.objectStore('passages').index('id')
  const keys = await Promise.all(ids.map((id) => index.getKey(id)))
  return new Map(ids.flatMap((id, at) => (keys[at] === undefined ? [] : [[id, keys[at]]])))
}

function toTelling(
  { event, claims }: JoinedEvent,
  sort: string,
  known: {
    origins: Map<Claim, [number, number]>
    places: Map<PassageId, Place>
    numbers: Map<string, number>
  },
  { hierarchy, tree }: World,
): Telling {
  const placed = (ids: PassageId[]) => ids.map((id) => known.places.get(id) ?? -1)
  const documents = new Set(claims.map(({ read }) => read.passage.document))
  const row: TellingRow = {
    id: event.id,
    event,
    sort,
    ways: waysOf(claims),
    claims: claims.flatMap((claim) => {
      const origin = known.origins.get(claim)
      return origin ? [origin] : []
    }),
    numbers: [...documents].flatMap((id) => known.numbers.get(id) ?? []),
    places: placed(event.passages),
    replies: placed(event.replies),
    shelves: [...new Set(claims.flatMap((claim) => shelfKeys(claim, hierarchy)))],
  }
  return { row, keys: keysOfEvent(event, tree) }
}
