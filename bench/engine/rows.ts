import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import type { Lexicon } from '../../core/detect/lexicon.ts'
import { makeProse, documentOf, type BenchPage } from './bench-pages.ts'
import { bundleProbe, readLexicon, type Bundle } from './bundle.ts'
import type { Lab } from './lab.ts'
import { plantNames } from './plant-names.ts'
import type { PageServer } from './serve-pages.ts'
import { pickOne, seededRandom } from './seeded-random.ts'
import { median } from './statistics.ts'

export type Bench = { lab: Lab; server: PageServer; samples: number }
type Sample = { ms: number; found: number }
export type Probe = { bundle: Bundle; call: string }

/** Of each page, the time of each probe in ms, in the order of the probes. */
export type Times = number[][]

/**
 * Times of some probes, the middle of all samples: each on a freshly loaded page with names planted, in
 * a world that nobody has used, the probes in turn.
 */
export async function timeProbes(
  { lab, server, samples }: Bench,
  pages: BenchPage[],
  probes: Probe[],
): Promise<Times> {
  const all: Times = []
  for (const page of pages) {
    const path = server.put(page.name, page.html)
    const times = probes.map((): number[] => [])
    for (let i = 0; i < samples; i++)
      for (const at of i % 2 === 0 ? probes.keys() : [...probes.keys()].toReversed())
        times[at]?.push(await timeOnce(lab, path, page.name, probes[at]))
    all.push(times.map(median))
  }
  return all
}

/** How often one probe's time holds another's, by their places; the middle of all pages. */
export function ratioOf(times: Times, ours: number, other: number): number {
  return median(times.map((page) => (page[ours] ?? NaN) / (page[other] ?? NaN)))
}

export async function compare(
  bench: Bench,
  pages: BenchPage[],
  ours: Probe,
  other: Probe,
): Promise<number> {
  return ratioOf(await timeProbes(bench, pages, [ours, other]), 0, 1)
}

async function timeOnce(lab: Lab, path: string, name: string, probe: Probe | undefined) {
  if (!probe) return NaN
  const visit = await lab.open(path)
  await plantNames(visit.page, name)
  const { ms } = await visit.probe<Sample>(probe.bundle, probe.call)
  await visit.close()
  return ms
}

/** The scan's growth from 300 aliases to 5,000: names that nobody has, spread over the alphabet. */
export async function lexiconGrowth(bench: Bench, pages: BenchPage[]): Promise<number> {
  const small = await bundleProbe('scan', withAliases(300))
  const large = await bundleProbe('scan', withAliases(5000))
  return compare(bench, pages, { bundle: large, call: 'run()' }, { bundle: small, call: 'run()' })
}

/** Our companies' names, and invented ones that nobody has, so that there are `count` of them. */
export function withAliases(count: number): Lexicon {
  const lexicon = readLexicon()
  const random = seededRandom(count)
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const word = () => Array.from({ length: 8 }, () => pickOne(letters, random)).join('')
  const own = lexicon.entities.filter((entity) => entity.kind === 'company')
  const known = own.reduce((sum, entity) => sum + entity.names.length, 0)
  const names = Array.from({ length: Math.max(0, count - known) }, () => {
    const name = word()
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} Systems`
  })
  const made = { id: 'made-up', kind: 'company' as const, name: 'Made up', names }
  return { ...lexicon, entities: [...lexicon.entities, made] }
}

/** A long page with so many lines, of which the first `count` name somebody, and one that changes. */
export function longPage(count: number, lineCount: number, filler: number): string {
  const random = seededRandom(lineCount)
  const lines = Array.from(
    { length: lineCount },
    (_, i) => `<p>${makeProse(filler, random)}${i < count ? 'Huawei was there.' : ''}</p>`,
  )
  return documentOf(`<p id="line">0</p>${lines.join('')}`)
}

/** Time of a frame in which a line of the page changes, in ms, the middle of 60. */
export async function frameTime({ lab, server }: Bench, count: number, engine: Bundle) {
  const visit = await lab.open(server.put(`frames-${count}`, longPage(count, 1000, 400)))
  await visit.probe(engine, 'start()')
  const time = await visit.page.evaluate(async () => {
    const line = document.querySelector('#line')
    const times: number[] = []
    for (let i = 0; i < 60; i++) {
      await new Promise((done) => requestAnimationFrame(done))
      const begun = performance.now()
      if (line) line.textContent = `${i}`
      await new Promise<void>((done) => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => done(), { once: true })
        port1.start()
        port2.postMessage(0)
      })
      times.push(performance.now() - begun)
    }
    return times
  })
  await visit.close()
  return median(time)
}

/** Time of putting one paragraph into the page, in µs, the middle of 40 rounds of 50. */
export async function insertTime({ lab, server }: Bench, count: number, engine: Bundle) {
  const visit = await lab.open(server.put(`inserts-${count}`, longPage(count, 10_000, 40)))
  await visit.probe(engine, 'start()')
  const times = await visit.page.evaluate(async () => {
    const each: number[] = []
    for (let round = 0; round < 40; round++) {
      await new Promise((done) => requestAnimationFrame(done))
      const added = Array.from({ length: 50 }, () => document.createElement('p'))
      const begun = performance.now()
      for (const one of added) document.body.append(one)
      each.push(((performance.now() - begun) / 50) * 1000)
      for (const one of added) one.remove()
    }
    return each
  })
  await visit.close()
  return median(times)
}

/** Time of asking what is under the pointer, among `count` names. */
export async function hitTime({ lab, server }: Bench, count: number, engine: Bundle) {
  const visit = await lab.open(server.put(`hits-${count}`, longPage(count, 10_000, 40)))
  // The engine must go on in the world in which it is asked.
  const { ms } = await visit.probe<Sample>(engine, 'start().then(() => probe.hits())')
  await visit.close()
  return ms
}

/** Bytes of the one script that stands in every page. */
export function everyPageBytes(extension: string): { bytes: number; zipped: number } {
  const file = readFileSync(`${extension}/gate.js`)
  return { bytes: file.length, zipped: gzipSync(file).length }
}
