import type { BenchPage } from './bench-pages.ts'
import type { Bundle } from './bundle.ts'
import { plantNames } from './plant-names.ts'
import type { Bench } from './rows.ts'
import { median } from './statistics.ts'
import { record, scriptTime, type ScriptTime } from './trace.ts'
import { documentOf, makeProse } from './bench-pages.ts'
import { seededRandom } from './seeded-random.ts'

const OURS = /^(?:full|forced-layout)-\d+\.js$/

/**
 * The longest single stretch of ours on any page, of each page the middle of some visits, and all the
 * layouts that were forced: one visit of many is stopped in the middle by something else that runs.
 */
export async function watchTasks(bench: Bench, pages: BenchPage[], engine: Bundle, visits = 1) {
  let longest = 0
  let layouts = 0
  let worst = ''
  for (const page of pages) {
    const times: number[] = []
    for (let visit = 0; visit < visits; visit++) {
      const time = await watchVisit(bench, page, engine)
      times.push(time.longest)
      layouts += time.layouts
    }
    if (median(times) > longest) worst = page.name
    longest = Math.max(longest, median(times))
  }
  return { longest, layouts, worst }
}

async function watchVisit(bench: Bench, page: BenchPage, engine: Bundle): Promise<ScriptTime> {
  const visit = await bench.lab.open(bench.server.put(page.name, page.html))
  await plantNames(visit.page, page.name)
  const events = await record(visit.page, async () => {
    await visit.task(engine, 'start()')
    await visit.page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
  })
  await visit.close()
  return scriptTime(events, OURS)
}

/** Fails where a layout that a script does force would not be counted: then the row would prove nothing. */
export async function proveLayoutIsSeen(bench: Bench, forcing: Bundle): Promise<void> {
  const page = { name: 'forced-layout', html: documentOf('<p>A line.</p>'), huge: false }
  const { layouts } = await watchTasks(bench, [page], forcing)
  if (layouts === 0) throw new Error('a layout that was forced was not counted')
}

/**
 * Script time of ours while a feed appends 10,000 nodes, as a share of what the page itself needs: the
 * middle of some visits, each in a new process.
 */
export async function feedShare(bench: Bench, engine: Bundle, visits: number): Promise<number> {
  const shares: number[] = []
  for (let visit = 0; visit < visits; visit++) shares.push(await visitFeed(bench, engine, visit))
  return median(shares)
}

async function visitFeed(bench: Bench, engine: Bundle, at: number): Promise<number> {
  const html = documentOf('<p>Huawei stands at the top.</p><main></main>')
  const visit = await bench.lab.open(bench.server.put('feed', html), `feed${at}.localhost`)
  await visit.probe(engine, 'start()')
  const text = makeProse(120, seededRandom(7))
  const events = await record(visit.page, async () => {
    await visit.page.evaluate(async (line) => {
      const main = document.querySelector('main')
      for (let i = 0; i < 10_000; i += 100) {
        for (let k = 0; k < 100; k++) {
          const post = document.createElement('p')
          post.textContent = (i + k) % 500 === 0 ? `${line} Then ZTE.` : line
          main?.append(post)
        }
        await new Promise((done) => requestAnimationFrame(done))
      }
      await new Promise((done) => setTimeout(done, 500))
    }, text)
  })
  await visit.close()
  const ours = scriptTime(events, OURS).total
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && isMain(events, pid, tid),
  )
  const all = tasks.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur / 1000, 0)
  return ours / (all - ours)
}

/** The thread on which our script ran. */
function isMain(events: Awaited<ReturnType<typeof record>>, pid: number, tid: number): boolean {
  const ours = events.find(({ args }) => OURS.test(args?.data?.url ?? ''))
  return ours?.pid === pid && ours.tid === tid
}
