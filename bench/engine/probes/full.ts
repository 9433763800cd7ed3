import { MARK_ALL } from '../../../core/settings/mark-filter.ts'
import { blockDetector } from '../../../entrypoints/engine/block-detector.ts'
import { findOwners } from '../../../page/candidates.ts'
import { createHitTest } from '../../../page/hit-test.ts'
import { startPageEngine, type PageEngine } from '../../../page/page-engine.ts'
import { splitAtBoxes } from '../../../page/split-at-boxes.ts'
import { collectBlocks } from '../../../page/text-blocks.ts'

declare const started: number
declare global {
  var benchEngine: PageEngine | undefined
}

const access = {
  shadowRootOf: (element: Element) => element.shadowRoot ?? undefined,
  styleShadowRoot: () => undefined,
  marking: () => MARK_ALL,
}

/** Starts the whole engine in this world and leaves it running. Answers when it has read the page. */
export async function start(): Promise<number> {
  // As in the extension, which asks the background first what the settings say.
  await new Promise((done) => setTimeout(done))
  const control = new AbortController()
  return new Promise((resolve) => {
    const engine = startPageEngine(blockDetector, access, control.signal, () => {
      resolve(engine.list().length)
    })
    globalThis.benchEngine = engine
    setTimeout(() => resolve(engine.list().length), 3000)
  })
}

/** Everything that is read behind the first marks, at one stretch: blocks, clauses, the gate. */
export function read() {
  const root = document.documentElement
  const search = findOwners(
    new Map([[root, true]]),
    new Map(),
    blockDetector.cause,
    () => false,
    () => {},
  )
  let step = search.next()
  while (!step.done) step = search.next()
  const blocks = [...step.value].flatMap((owner) =>
    collectBlocks(owner, false).flatMap(splitAtBoxes),
  )
  const mentions = blockDetector.gateMentions(
    blocks.map((block) => blockDetector.scanBlock(block.text)),
  )
  return { ms: performance.now() - started, found: mentions.flat().length }
}

/** Time of one question what is under the pointer, in µs, over many places of the window. */
export function hits() {
  const engine = globalThis.benchEngine
  if (!engine) throw new Error('no engine runs in this world')
  const spots = Array.from({ length: 400 }, (_, i) => ({
    x: 20 + (i % 20) * 40,
    y: 20 + Math.floor(i / 20) * 30,
  }))
  const hits = createHitTest(engine, () => undefined)
  const ask = () => {
    for (const { x, y } of spots)
      hits.mentionAt({ element: document.elementFromPoint(x, y) ?? undefined, x, y })
  }
  ask()
  const begun = performance.now()
  for (let round = 0; round < 5; round++) ask()
  return { ms: performance.now() - begun, found: engine.list().length }
}
