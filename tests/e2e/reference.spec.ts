import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listedMentions } from './harness/listed-mentions.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'
import { expectMentions, spoken, type Spoken } from './reference/expected-mentions.ts'
import { plantNames } from './reference/plant-names.ts'
import { readShownText } from './reference/shown-text.ts'

/** Pages of our own, or those of the folder that `E2E_PAGES` names. */
const FOLDER = resolve(process.env['E2E_PAGES'] ?? 'bench/pages')
const PAGES = readdirSync(FOLDER).filter((file) => file.endsWith('.html'))
/** So that nothing but us changes a page, and every run is the same. */
const HEADERS = { 'content-security-policy': "script-src 'none'" }
/** Very long pages take a while to be read by the reference, let alone twice. */
const PATIENCE_MS = 30_000

/**
 * The engine beside a reference that reads every block of a page and tries every name on it, on pages
 * with names planted at seeded places: while the page is open, and in the page as it is opened.
 */
describe('the engine finds what the reference finds', () => {
  let rig: Rig
  let found = 0
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test.each(PAGES)('in %s', { timeout: 3 * PATIENCE_MS }, async (file) => {
    const path = `/reference/${encodeURIComponent(file)}`
    rig.site.put(path, readFileSync(join(FOLDER, file), 'utf8'), HEADERS)
    const page = await rig.open(rig.site.origin + path)
    const planted = await plantNames(page, file)
    const live = await untilAsExpected(rig, page)

    const written = await page.evaluate(() => document.documentElement.outerHTML)
    rig.site.put(`${path}-written`, `<!doctype html>${written}`, HEADERS)
    await page.goto(`${rig.site.origin}${path}-written`)
    const opened = await untilAsExpected(rig, page)
    await page.close()
    process.stdout.write(
      `reference: ${file}: ${planted} planted, ${live.length} mentions live, ${opened.length} opened\n`,
    )
    found += live.length + opened.length
  })

  test('and that is something', () => {
    expect(found).toBeGreaterThan(PAGES.length)
  })
})

/** Waits until the mentions are the expected ones; shows those that are too many or missing. */
async function untilAsExpected(rig: Rig, page: Page): Promise<Spoken[]> {
  const expected = expectMentions(await readShownText(page))
  let found: Spoken[] = []
  const isSame = async () => {
    found = await foundMentions(rig, page)
    return JSON.stringify(found) === JSON.stringify(expected)
  }
  await until('the expected mentions', isSame, PATIENCE_MS).catch(() => undefined)
  expect({ tooMany: without(found, expected), missing: without(expected, found) }).toEqual({
    tooMany: [],
    missing: [],
  })
  expect(found).toEqual(expected)
  return found
}

async function foundMentions(rig: Rig, page: Page): Promise<Spoken[]> {
  const mentions = (await listedMentions(rig, page)) ?? []
  return mentions.map((one) => {
    const what = one.kind === 'company' ? one.company : `${one.agency} ${one.action}`
    return spoken(what, one.before, one.surface, one.after)
  })
}

function without(these: Spoken[], those: Spoken[]): Spoken[] {
  const known = new Set(those)
  return these.filter((one) => !known.has(one))
}
