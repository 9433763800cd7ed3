import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CDPSession, Page } from 'puppeteer-core'
import { readCard } from '../tests/e2e/harness/card.ts'
import { startRig, type Rig } from '../tests/e2e/harness/rig.ts'
import { until } from '../tests/e2e/harness/until.ts'
import { readHeld, takeSnapshot, type Held, type Snapshot } from './soak-heap.ts'

/**
 * One browser with many tabs, whose pages get new posts all the time while somebody reads, hovers and
 * opens the digest: whether memory stays as it was, and whether the background can sleep afterwards.
 *
 *   node bench/soak.ts [--pages DIR] [--minutes 10] [--tabs 50] [--short] [--write]
 *
 * In Chromium. `--short`: a few tabs for a few seconds, to show that it works. `--write` saves the
 * table as soak.md. Fails where something of ours is left behind or grows.
 */
const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: 'bench/pages' },
    minutes: { type: 'string', default: '10' },
    tabs: { type: 'string', default: '50' },
    short: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const TABS = values.short ? 5 : Number(values.tabs)
const DURATION_MS = values.short ? 8_000 : Number(values.minutes) * 60_000
const READINGS = values.short ? 2 : 6
/** A feed keeps so many posts and drops older ones, as long feeds do; one tab in ten keeps them all. */
const KEPT_POSTS = 60
const KEEPS_ALL = 10
const HOVERS_A_VISIT = values.short ? 8 : 32
/** The digest is opened at every so many visits. */
const DIGEST_EVERY = 4
/** Chromium ends an idle worker after 30 s. */
const SLEEP_MS = 90_000

const MEBI = 1024 * 1024
/** Listeners of a card: a tab that is hidden at once keeps the one that was open. */
const ONE_CARD = 60
/** Nothing but us runs in a page, and a page asks for nothing. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
}

type Tab = { page: Page; session: CDPSession; growing: boolean }
type Reading = {
  minute: number
  posts: number
  hovers: number
  cards: number
  digests: number
  held: Held[]
  snapshots: Snapshot[]
}

const counts = { posts: 0, hovers: 0, cards: 0, digests: 0 }

async function openTabs(rig: Rig): Promise<Tab[]> {
  const folder = resolve(values.pages)
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'))
  const tabs: Tab[] = []
  for (let at = 0; at < TABS; at++) {
    const file = files[at % files.length] ?? ''
    rig.site.put(`/soak-${at}`, readFileSync(join(folder, file), 'utf8'), HEADERS)
    // A site of its own gives each tab a process of its own, whose memory is the tab's.
    const page = await rig.open(`http://tab-${at}.test/soak-${at}`)
    const session = await page.createCDPSession()
    await session.send('Performance.enable')
    tabs.push({ page, session, growing: at % KEEPS_ALL === 0 })
    await addPosts(tabs.slice(-1), 5)
  }
  return tabs
}

/** Runs in a page: some new posts on top of its feed, and as many old ones away. */
function growFeed(from: number, count: number, kept: number): void {
  let feed = document.querySelector('#soak-feed')
  if (!feed) {
    feed = document.createElement('section')
    feed.id = 'soak-feed'
    document.body.prepend(feed)
  }
  for (let at = from; at < from + count; at++) {
    const post = document.createElement('article')
    const act =
      at % 3 === 0 ? 'The Pentagon banned phones by ZTE.' : 'Huawei replied to the report.'
    post.innerHTML = `<h3>Post ${at}</h3><p>${act}</p><p>Nothing else of note happened at ${at} o’clock.</p>`
    feed.prepend(post)
  }
  while (feed.childElementCount > kept) feed.lastElementChild?.remove()
}

async function addPosts(tabs: Tab[], count: number): Promise<void> {
  const from = counts.posts
  counts.posts += count * tabs.length
  await Promise.all(
    tabs.map(({ page, growing }) =>
      page.evaluate(growFeed, from, count, growing ? 1_000_000 : KEPT_POSTS),
    ),
  )
}

/** Somebody reads: passes over many mentions and rests at every fourth one until its card is there. */
async function visit(rig: Rig, { page }: Tab, tabs: Tab[], number: number): Promise<void> {
  await page.bringToFront()
  for (let turn = 0; turn < HOVERS_A_VISIT; turn++) {
    const box = await page.evaluate((nth) => {
      scrollTo({ top: 0, behavior: 'instant' })
      const all = document.querySelectorAll('#soak-feed article > h3 + p')
      const text = all[nth % all.length]?.firstChild
      if (!text) return undefined
      const range = document.createRange()
      range.setStart(text, 0)
      range.setEnd(text, 6)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }, turn % 4)
    if (!box) continue
    counts.hovers += 1
    await page.mouse.move(box.x, box.y, { steps: 5 })
    if (turn % 4 === 0 && (await opens(page))) counts.cards += 1
    await page.mouse.move(3, 3, { steps: 3 })
    if (turn % 8 === 7) await addPosts(tabs, 1)
  }
  if (number % DIGEST_EVERY !== 0) return
  const digest = await rig.openDigest(page)
  await until('mentions in the digest', async () => (await digest.text()).includes('Huawei'))
  await digest.close()
  counts.digests += 1
}

/** A page that moves on under the pointer keeps a card from opening: that is no fault. */
async function opens(page: Page): Promise<boolean> {
  return until('a card', () => readCard(page), 1000).then(
    () => true,
    () => false,
  )
}

async function read(tabs: Tab[], started: number): Promise<Reading> {
  const held: Held[] = []
  for (const { session } of tabs) held.push(await readHeld(session))
  const snapshots: Snapshot[] = []
  for (const { session } of sampled(tabs)) snapshots.push(await takeSnapshot(session))
  return { minute: (Date.now() - started) / 60_000, ...counts, held, snapshots }
}

/** Snapshots of all would take longer than the rest: three, none of which keeps all posts. */
function sampled(tabs: Tab[]): Tab[] {
  return tabs.filter(({ growing }) => !growing).slice(0, 3)
}

/** The background's targets as the browser lists them, without attaching to any. */
async function isBackgroundAwake(session: CDPSession, origin: string): Promise<boolean> {
  const { targetInfos } = await session.send('Target.getTargets')
  return targetInfos.some((it) => it.type === 'service_worker' && it.url.startsWith(origin))
}

function middle(all: number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}

const HEADS = [
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

function rowOf(reading: Reading, tabs: Tab[]): string[] {
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

function writeTable(rows: string[][]): string {
  const widths = HEADS.map((head, at) =>
    Math.max(head.length, ...rows.map((it) => it[at]?.length ?? 0)),
  )
  const line = (of: string[]) =>
    `| ${of.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(' | ')} |`
  const rule = widths.map((width) => `${'-'.repeat(width - 1)}:`)
  return [HEADS, rule, ...rows].map(line).join('\n')
}

/** What grew between the first reading and the last, in words; empty where nothing did. */
function faultsIn(first: Reading, last: Reading, tabs: Tab[]): string[] {
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

const rig = await startRig('chromium', { leaveBackground: true })
const faults: string[] = []
try {
  const tabs = await openTabs(rig)
  const watcher = await rig.browser.target().createCDPSession()
  const started = Date.now()
  const readings: Reading[] = []
  for (let number = 1; ; number++) {
    const tab = tabs[(number * 7) % tabs.length]
    if (tab) await visit(rig, tab, tabs, number)
    const share = (Date.now() - started) / DURATION_MS
    // The first reading waits until caches and code are warm.
    if (share * READINGS >= readings.length + 1 || share >= 1) {
      readings.push(await read(tabs, started))
      console.log(
        HEADS.map((head, at) => `${head} ${rowOf(readings.at(-1)!, tabs)[at]}`).join('; '),
      )
    }
    if (share >= 1) break
  }
  const [first, last] = [readings[0], readings.at(-1)]
  if (first && last) faults.push(...faultsIn(first, last, tabs))
  if (counts.cards === 0) faults.push('no card has ever opened')

  faults.push(...(await provesItself(tabs)))
  const slept = values.short ? undefined : await untilAsleep(watcher)
  const lines = [writeTable(readings.map((it) => rowOf(it, tabs)))]
  if (slept === 'never') faults.push('the background does not sleep')
  else if (slept !== undefined)
    lines.push(
      `The background slept by itself ${(slept / 1000).toFixed(0)} s after the last visit.`,
    )
  console.log(lines.join('\n\n'))
  if (values.write)
    writeFileSync('bench/soak.md', `${introduction(tabs.length)}\n\n${lines.join('\n\n')}\n`)
} finally {
  await rig.close()
}
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0

/** How long the background takes to sleep by itself, in ms, with all tabs still open. */
async function untilAsleep(watcher: CDPSession): Promise<number | 'never'> {
  const from = Date.now()
  // The helper tab is a page of the extension's, but none of its code runs there.
  return until(
    'the background sleeps',
    async () => !(await isBackgroundAwake(watcher, rig.origin)),
    SLEEP_MS,
  ).then(
    () => Date.now() - from,
    () => 'never' as const,
  )
}

/** A snapshot has to see what is left behind on purpose. */
async function provesItself([tab]: Tab[]): Promise<string[]> {
  if (!tab) return ['no tab']
  const left = await tab.page.evaluateHandle(() => {
    const element = document.createElement('source-context-planted')
    document.body.append(element)
    element.remove()
    return element
  })
  const { detachedOurs } = await takeSnapshot(tab.session)
  await left.dispose()
  return detachedOurs.length === 1 ? [] : ['a planted detached element was not seen']
}

function introduction(tabs: number): string {
  return `# What a long day leaves behind

Made by \`npm run soak -- --write\`, in Chromium: one browser with ${tabs} tabs, each in a process of its own; all of their pages get new posts and drop old ones (one in ${KEEPS_ALL} keeps all), while mentions are hovered, every fourth one until its card opens, and the digest is opened and closed. Memory is read after collecting garbage: the middle of all tabs. Detached elements and maps (the tables of all maps and sets) are counted in heap snapshots of three tabs, their sum.`
}
