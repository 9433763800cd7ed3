import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tally } from '../tally.ts'
import { countDifferences } from './harness/picture-difference.ts'
import { startPair, type Pair } from './harness/plain-pair.ts'
import { visit, type Visit } from './harness/visit.ts'

/** Pages of our own, or those of the folder that `E2E_PAGES` names. */
const FOLDERS = process.env['E2E_PAGES']
  ? [process.env['E2E_PAGES']]
  : ['bench/pages', 'demo', 'tests/fixtures/same']
const PAGES = FOLDERS.flatMap((folder) =>
  readdirSync(resolve(folder))
    .filter((file) => file.endsWith('.html'))
    .map((file) => join(folder, file)),
)
/** So that nothing but us can change a page, and every run is the same. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'none'; img-src data:",
}
const PLANTED = '<p id="planted">In May 2018 the Pentagon banned phones by ZTE and Huawei.</p>'
const PATIENCE_MS = 30_000
/** Pages whose visits differ by themselves are visited again without the extension. */
const MOST_VISITS = 3

/** One page in two browsers, one with the extension and one without, driven alike. */
describe('a page is the same with the extension and without', () => {
  let pair: Pair
  let compared = 0
  let different = 0
  beforeAll(async () => {
    pair = await startPair()
  })
  afterAll(async () => {
    tally('pages compared', compared, different)
    process.stdout.write(`pages compared ${compared}, different ${different}\n`)
    await pair.close()
  })

  test.each(PAGES)('%s', { timeout: 4 * PATIENCE_MS }, async (file) => {
    // Beside the demo, whose style sheet is a file of its own.
    const path = `/demo/same-${file.replaceAll(/[^a-z0-9.-]/gi, '-')}`
    const { site } = pair.rig
    site.put(path, plant(readFileSync(resolve(file), 'utf8')), HEADERS)
    compared += 1
    different += 1
    const withOurs = await visit(pair.rig, site.origin + path, true)
    let faults: string[] = []
    // What two visits without the extension do not have in common is no difference.
    for (let visits = 0; visits < MOST_VISITS; visits += 1) {
      faults = compareVisits(withOurs, await visit(pair.plain, site.origin + path))
      if (faults.length === 0) break
    }
    expect(faults).toEqual([])
    const { keys } = withOurs.facts
    // What remains visible: the names of our highlights.
    expect(keys.filter((it) => !/^source-context-(huawei|zte|action)$/.test(it))).toEqual([])
    different -= 1
  })
})

/** In what a visit with the extension differs from one without, the first few of each kind. */
function compareVisits(withOurs: Visit, without: Visit): string[] {
  const { keys: _keys, ...same } = withOurs.facts
  const { keys: keysBefore, ...before } = without.facts
  const lists = { ...same, said: withOurs.said, asked: withOurs.asked }
  const others: Record<string, string[]> = { ...before, said: without.said, asked: without.asked }
  const faults = Object.entries(lists).flatMap(([name, list]) =>
    differences(list, others[name] ?? []).map((it) => `${name} ${it}`),
  )
  if (keysBefore.length > 0) faults.push(`highlights without the extension: ${keysBefore.join()}`)
  const pixels = countDifferences(withOurs.picture, without.picture, withOurs.marks)
  if (pixels.outside > 0) faults.push(`${pixels.outside} pixels beside the marks`)
  // Others' pages may lay something over the place.
  if (pixels.inside === 0 && !process.env['E2E_PAGES']) faults.push('no mark is seen')
  return faults
}

/** A name at the top, in sight, so that the engine runs on every page. Pages lead nowhere else. */
function plant(html: string): string {
  const staying = html.replaceAll(/<meta[^>]*http-equiv=["']?refresh[^>]*>/gi, '')
  const outsideComments = staying.replaceAll(/<!--.*?-->/gs, (it) => ' '.repeat(it.length))
  const body = /<body[^>]*>/i.exec(outsideComments)
  const at = body ? body.index + body[0].length : 0
  return staying.slice(0, at) + PLANTED + staying.slice(at)
}

/** The first few lines in which two lists differ. */
function differences(now: string[], before: string[]): string[] {
  const length = Math.max(now.length, before.length)
  return Array.from({ length }, (_, at) => at)
    .filter((at) => now[at] !== before[at])
    .slice(0, 5)
    .map((at) => `${at}: ${firstDifference(before[at] ?? '(none)', now[at] ?? '(none)')}`)
}

function firstDifference(before: string, now: string): string {
  let at = 0
  while (at < before.length && before[at] === now[at]) at += 1
  const from = Math.max(0, at - 30)
  return `…${before.slice(from, at + 80)} → …${now.slice(from, at + 80)}`
}
