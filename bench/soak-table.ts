import type { CDPSession, Page } from 'puppeteer-core'
import type { Held, Snapshot } from './soak-heap.ts'

const MEBI = 1024 * 1024
/** Listeners of a card: a tab that is hidden at once keeps the one that was open. */
const ONE_CARD = 60

export type Tab = { page: Page; session: CDPSession; growing: boolean }
export type Reading = {
  minute: number
  posts: number
  hovers: number
  cards: number
  digests: number
  held: Held[]
  snapshots: Snapshot[]
}

function middle(all: number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
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
  'nodes a tab',
  'listeners a tab',
  'detached elements',
  'of ours',
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
    middle(heaps).toFixed(2),
    Math.max(...heaps).toFixed(2),
    middle(of(true).map((one) => one.heap / MEBI)).toFixed(2),
    middle(of(false).map((one) => one.nodes)).toLocaleString('en'),
    middle(of(false).map((one) => one.listeners)).toLocaleString('en'),
    sum((one) => one.detached).toLocaleString('en'),
    sum((one) => one.detachedOurs.length).toLocaleString('en'),
    (sum((one) => one.maps) / 1024).toFixed(0),
  ]
}

export function writeTable(rows: string[][]): string {
  const widths = HEADS.map((head, at) =>
    Math.max(head.length, ...rows.map((it) => it[at]?.length ?? 0)),
  )
  const line = (of: string[]) =>
    `| ${of.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(' | ')} |`
  const rule = widths.map((width) => `${'-'.repeat(width - 1)}:`)
  return [HEADS, rule, ...rows].map(line).join('\n')
}

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
