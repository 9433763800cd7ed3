import { parseArgs } from 'node:util'
import { startRig } from '../tests/e2e/harness/rig.ts'

/**
 * How long the digest takes from its page's first script to the first listed mention, and how well
 * its list scrolls, on pages with 10 to 10,000 mentions. The panel's page is opened in a tab beside
 * the page, as often as `--times` says; the first opening, which reads everything cold, is left out.
 *
 * In Chromium only: Firefox lets no test lead a tab to an extension's page.
 *
 * `node bench/digest.ts [--times 7]`
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '7' },
  },
})
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

const rig = await startRig('chromium')
try {
  console.log(
    'mentions   first mention listed, ms (median, worst)   longest frame while scrolling, ms',
  )
  for (const size of SIZES) {
    rig.site.put(`/many-${size}.html`, writePage(size))
    const page = await rig.open(`${rig.site.origin}/many-${size}.html`)
    const popup = await rig.openPopup(page)
    const tab = await popup.evaluate(() => new URLSearchParams(location.search).get('tab') ?? '')
    await popup.close()
    const panel = await rig.browser.newPage()
    const firsts: number[] = []
    for (let time = 0; time <= times; time++) {
      await panel.goto(`${rig.origin}/sidepanel.html?tab=${tab}`)
      const first = await panel.evaluate(firstMention)
      if (time > 0) firsts.push(first)
    }
    const frame = await panel.evaluate(longestFrame)
    await panel.close()
    await page.close()
    const sorted = firsts.toSorted((a, b) => a - b)
    const [median, worst] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0]
    console.log(
      `${String(size).padStart(8)}   ${median.toFixed(0).padStart(8)} ${worst.toFixed(0).padStart(8)} ${' '.repeat(22)} ${frame.toFixed(0).padStart(8)}`,
    )
  }
} finally {
  await rig.close()
}
