import type { CDPSession, Page } from 'puppeteer-core'
import { median } from './engine/statistics.ts'
import type { Held, Snapshot } from './soak-heap.ts'

const MEBI = 1024 * 1024
/**
 * Listeners of a card, which the tab in front may show. One that is left while a card closes keeps it until
 * somebody looks at the tab again: the browser gives a hidden page no frames.
 */
const ONE_CARD = 50
type Watched = { page: Page; session: CDPSession }
/** `bare`: the same page in a browser without the extension, driven alike. */
export type Tab = Watched & { growing: boolean; bare?: Watched }
export type Reading = {
  minute: number
  posts: number
  hovers: number
  cards: number
  digests: number
  held: Held[]
  /** Of those tabs that have one: what the same page holds without the extension. */
  bare: (Held | undefined)[]
  snapshots: Snapshot[]
}

/** What is ours of what tabs hold: with the extension less without, where both are known. */
function oursIn({ held, bare }: Reading, key: keyof Held): number[] {
  return held.flatMap((one, at) => {
    const other = bare[at]
    return other ? [one[key] - other[key]] : []
  })
}

export const HEADS = [
  'minute',
  'posts',
  'hovers',
  'cards',
  'digests',
  'heap a tab, MB',
  'largest, MB',
  'tabs that keep all, MB',
  'ours of it, MB',
  'nodes a tab',
  'nodes of ours',
  'listeners of ours',
  'detached elements',
  'detached of ours',
  'maps, KB',
]

export function rowOf(reading: Reading, tabs: Tab[]): string[] {
  const of = (growing: boolean) => reading.held.filter((_, at) => tabs[at]?.growing === growing)
  const heaps = of(false).map((one) => one.heap / MEBI)
  const { snapshots } = reading
  const sum = (take: (one: Snapshot) => number) => snapshots.reduce((all, it) => all + take(it), 0)
  return [
    reading.minute.toFixed(1),
    ...[reading.posts, reading.hovers, reading.cards, reading.digests].map((it) =>
      it.toLocaleString('en'),
    ),
    median(heaps).toFixed(2),
    Math.max(...heaps).toFixed(2),
    median(of(true).map((one) => one.heap / MEBI)).toFixed(2),
    (median(oursIn(reading, 'heap')) / MEBI).toFixed(2),
    median(of(false).map((one) => one.nodes)).toLocaleString('en'),
    median(oursIn(reading, 'nodes')).toLocaleString('en'),
    median(oursIn(reading, 'listeners')).toLocaleString('en'),
    sum((one) => one.detached).toLocaleString('en'),
    sum((one) => one.detachedOurs.length).toLocaleString('en'),
    (sum((one) => one.maps) / 1024).toFixed(0),
  ]
}

/**
 * What a tab may hold more of ours than at the first reading, when most tabs have not been visited yet:
 * the card's code and what the browser makes of code that runs often, one card, and the posts that
 * were dropped while the tab was hidden.
 */
const MOST_MORE: Partial<Held> = { heap: 1.5 * MEBI, listeners: ONE_CARD, nodes: 700 }

/** What grew between the first reading and the last, in words; empty where nothing did. */
export function faultsIn(first: Reading, last: Reading, tabs: Tab[]): string[] {
  const faults: string[] = []
  tabs.forEach(({ growing }, at) => {
    const [before, now] = [first.held[at], last.held[at]]
    if (growing || !before || !now) return
    if (now.heap > before.heap * 1.25 + MEBI)
      faults.push(`tab ${at}: heap ${before.heap} → ${now.heap}`)
    if (now.listeners > before.listeners + ONE_CARD)
      faults.push(`tab ${at}: listeners ${before.listeners} → ${now.listeners}`)
    const [bareBefore, bareNow] = [first.bare[at], last.bare[at]]
    if (!bareBefore || !bareNow) return
    const ours = (key: keyof Held) =>
      [before[key] - bareBefore[key], now[key] - bareNow[key]] as const
    for (const [key, most] of Object.entries(MOST_MORE)) {
      const [then, since] = ours(key as keyof Held)
      if (since > then + most) faults.push(`tab ${at}: ours, ${key}: ${then} → ${since}`)
    }
    if (now.nodes > before.nodes * 1.25 + 500)
      faults.push(`tab ${at}: nodes ${before.nodes} → ${now.nodes}`)
  })
  last.snapshots.forEach((now, at) => {
    const before = first.snapshots[at]
    if (now.detachedOurs.length > 0) faults.push(`left behind: ${now.detachedOurs.join(', ')}`)
    if (before && now.maps > before.maps * 1.5 + 16_384)
      faults.push(`maps ${before.maps} → ${now.maps}`)
  })
  return faults
}
