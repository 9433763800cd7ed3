import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CDPSession, Page } from 'puppeteer-core'
import { readCard } from '../tests/e2e/harness/card.ts'
import { startPair, type Pair } from '../tests/e2e/harness/plain-pair.ts'
import type { Rig } from '../tests/e2e/harness/rig.ts'
import { until } from '../tests/e2e/harness/until.ts'
import { markdownTable } from './markdown-table.ts'
import { growFeed, openWatched, pointAtPost } from './soak-page.ts'
import { readHeld, takeSnapshot, type Held, type Snapshot } from './soak-heap.ts'
import { faultsIn, HEADS, rowOf, type Reading, type Tab } from './soak-table.ts'

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
/** So many tabs are open a second time in a browser without the extension: the page's own share. */
const PAIRS = values.short ? 2 : 5
/** The digest is opened at every so many visits. */
const DIGEST_EVERY = 4
/** Chromium ends an idle worker after 30 s. */
const SLEEP_MS = 90_000

/** Nothing but us runs in a page, and a page asks for nothing. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
}

const counts = { posts: 0, hovers: 0, cards: 0, digests: 0 }

async function openTabs({ rig, plain }: Pair): Promise<Tab[]> {
  const folder = resolve(values.pages)
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'))
  const tabs: Tab[] = []
  for (let at = 0; at < TABS; at++) {
    const file = files[at % files.length] ?? ''
    rig.site.put(`/soak-${at}`, readFileSync(join(folder, file), 'utf8'), HEADERS)
    // A site of its own gives each tab a process of its own, whose memory is the tab's.
    const address = `http://tab-${at}.test/soak-${at}`
    const growing = at % KEEPS_ALL === 0
    const isPaired = !growing && tabs.filter(({ bare }) => bare).length < PAIRS
    tabs.push({
      ...(await openWatched(rig.browser, address)),
      growing,
      ...(isPaired && { bare: await openWatched(plain.browser, address) }),
    })
    await addPosts(tabs.slice(-1), 5)
    // A tab that goes to the back before it was looked at waits until it comes back.
    await until('marks', () => tabs.at(-1)?.page.evaluate(isMarked))
  }
  return tabs
}

function isMarked(): boolean {
  return [...CSS.highlights.keys()].some((key) => key.startsWith('source-context'))
}

async function addPosts(tabs: Tab[], count: number): Promise<void> {
  const from = counts.posts
  counts.posts += count * tabs.length
  await Promise.all(
    tabs.flatMap(({ page, bare, growing }) =>
      [page, bare?.page].map((one) =>
        one?.evaluate(growFeed, from, count, growing ? 1_000_000 : KEPT_POSTS),
      ),
    ),
  )
}

/** Somebody reads: passes over many mentions and rests at every fourth one until its card is there. */
async function visit(rig: Rig, { page, bare }: Tab, tabs: Tab[], number: number): Promise<void> {
  for (const one of [bare?.page, page]) await one?.bringToFront()
  for (let turn = 0; turn < HOVERS_A_VISIT; turn++) {
    for (const one of [bare?.page, page]) if (one) await pointAtPost(one, turn % 4)
    counts.hovers += 1
    if (turn % 4 === 0 && (await opens(page))) counts.cards += 1
    for (const one of [bare?.page, page]) await one?.mouse.move(3, 3, { steps: 3 })
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
  const bare: Reading['bare'] = []
  for (const tab of tabs) {
    held.push(await readHeld(tab.session))
    bare.push(tab.bare && (await readHeld(tab.bare.session)))
  }
  const snapshots: Snapshot[] = []
  for (const { session } of sampled(tabs)) snapshots.push(await takeSnapshot(session))
  return { minute: (Date.now() - started) / 60_000, ...counts, held, bare, snapshots }
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

const pair = await startPair('chromium', { leaveBackground: true })
const { rig } = pair
const faults: string[] = []
try {
  const tabs = await openTabs(pair)
  const watcher = await rig.browser.target().createCDPSession()
  const started = Date.now()
  const readings: Reading[] = []
  for (let number = 1; ; number++) {
    const tab = tabs[(number * 7) % tabs.length]
    if (tab) await visit(rig, tab, tabs, number)
    const share = (Date.now() - started) / DURATION_MS
    // The first reading waits until caches and code are warm.
    if (share * READINGS >= readings.length + 1 || share >= 1) {
      const reading = await read(tabs, started)
      readings.push(reading)
      console.log(HEADS.map((head, at) => `${head} ${rowOf(reading, tabs)[at]}`).join('; '))
    }
    if (share >= 1) break
  }
  const [first, last] = [readings[0], readings.at(-1)]
  if (first && last) faults.push(...faultsIn(first, last, tabs))
  if (counts.cards === 0) faults.push('no card has ever opened')

  faults.push(...(await provesItself(tabs)))
  const slept = values.short ? undefined : await untilAsleep(watcher)
  const lines = [
    markdownTable(
      HEADS,
      readings.map((it) => rowOf(it, tabs)),
    ),
  ]
  if (slept === 'never') faults.push('the background does not sleep')
  else if (slept !== undefined)
    lines.push(
      `The background slept by itself ${(slept / 1000).toFixed(0)} s after the last visit.`,
    )
  console.log(lines.join('\n\n'))
  if (values.write)
    writeFileSync('bench/soak.md', `${introduction(tabs.length)}\n\n${lines.join('\n\n')}\n`)
} finally {
  await pair.close()
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

Made by \`npm run soak -- --write\`, in Chromium: one browser with ${tabs} tabs, each in a process of its own; all of their pages get new posts and drop old ones (one in ${KEEPS_ALL} keeps all), while mentions are hovered, every fourth one until its card opens, and the digest is opened and closed. Memory is read after collecting garbage: the middle of all tabs. What is ours of it is told by ${PAIRS} tabs that a browser without the extension has too, driven alike: the middle of the differences. Detached elements and maps (the tables of all maps and sets) are counted in heap snapshots of three tabs, their sum.`
}
