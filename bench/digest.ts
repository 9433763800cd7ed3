import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startRig } from '../tests/e2e/harness/rig.ts'
import { median } from './engine/statistics.ts'
import { markdownTable } from './markdown-table.ts'

/**
 * How long the digest takes from its page's first script to the first listed mention, and how well
 * its list scrolls, on pages with 10 to 10,000 mentions. The panel's page is opened in a tab beside
 * the page, as often as `--times` says; the first opening, which reads everything cold, is left out.
 *
 * In Chromium only: Firefox lets no test lead a tab to an extension's page.
 *
 * `node bench/digest.ts [--times 7] [--write]`: `--write` saves the table as results-digest.md. Fails
 * where the first content of `LIMIT` takes longer than it may.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '7' },
    write: { type: 'boolean', default: false },
  },
})
/** A reader takes what is there within 150 ms for there at once. */
const LIMIT = { mentions: 1000, ms: 150 }
const INTRODUCTION = `# How soon the digest is there

Made by \`npm run bench:digest -- --write\`: the panel's page beside a page with so many mentions, from its navigation to the first listed mention, warm, in Chromium; then a second of scrolling through the whole list. Limit: ${LIMIT.ms} ms at ${LIMIT.mentions} mentions, in the middle.`
const SIZES = [10, 100, 1000, 10_000]
const times = Number(values.times)

/** Sentences of a page that names companies and agencies' acts, with their share in news pages. */
function writePage(mentions: number): string {
  const lines = Array.from({ length: mentions }, (_, at) => {
    if (at % 10 === 0) return `<p>In May 2018 the Pentagon banned the phones, says line ${at}.</p>`
    return `<p>Line ${at} of the report names ${at % 3 === 0 ? 'ZTE' : 'Huawei'} once.</p>`
  })
  return `<!doctype html><title>${mentions} mentions</title>${lines.join('')}`
}

/** Runs in the panel: the time since its navigation began at which the first mention stood there. */
function firstMention(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('.mention')) resolve(performance.now())
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** Runs in the panel: opens every group, scrolls for a second and answers the longest frame. */
async function longestFrame(): Promise<number> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  for (const more of document.querySelectorAll<HTMLElement>('.act.more')) more.click()
  await frame()
  let [longest, last] = [0, await frame()]
  for (let step = 0; step < 60; step++) {
    scrollBy(0, 900)
    const now = await frame()
    longest = Math.max(longest, now - last)
    last = now
  }
  return longest
}

type Row = { mentions: number; middle: number; worst: number; frame: number }

async function measure(mentions: number): Promise<Row> {
  rig.site.put(`/many-${mentions}.html`, writePage(mentions))
  const page = await rig.open(`${rig.site.origin}/many-${mentions}.html`)
  const panel = await rig.openDigestTab(page)
  const address = panel.url()
  const firsts: number[] = []
  for (let time = 0; time <= times; time++) {
    await panel.goto(address)
    const first = await panel.evaluate(firstMention)
    if (time > 0) firsts.push(first)
  }
  const frame = await panel.evaluate(longestFrame)
  await panel.close()
  await page.close()
  return { mentions, middle: median(firsts), worst: Math.max(...firsts), frame }
}

function writeTable(rows: Row[]): string {
  const cells = rows.map(({ mentions, ...ms }) => [
    mentions.toLocaleString('en'),
    ...Object.values(ms).map((one) => one.toFixed(0)),
  ])
  const heads = ['mentions', 'first mention, ms', 'worst, ms', 'longest frame, ms']
  return markdownTable(heads, cells)
}

const rig = await startRig('chromium')
try {
  const rows: Row[] = []
  for (const size of SIZES) rows.push(await measure(size))
  const table = writeTable(rows)
  console.log(table)
  if (values.write) writeFileSync('bench/results-digest.md', `${INTRODUCTION}\n\n${table}\n`)
  const judged = rows.find((row) => row.mentions === LIMIT.mentions)
  if (judged && judged.middle > LIMIT.ms) {
    console.error(`${judged.middle.toFixed(0)} ms, and ${LIMIT.ms} are allowed`)
    process.exitCode = 1
  }
} finally {
  await rig.close()
}
