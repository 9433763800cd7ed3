import type { Lexicon } from '../../core/detect/lexicon.ts'
import { hasKept } from '../../extension/sources/has-kept.ts'
import { isOn, openKept, readChange, type KeptDb } from '../../extension/sources/kept-db.ts'
import { CHECKED, dropMade, openMade, type MadeDb } from '../../extension/sources/made-db.ts'
import { purgeDeleted } from '../../extension/sources/purge-deleted.ts'
import { isWhole } from './check-made.ts'
import { keepBundled, type ReadFile } from './keep-bundled.ts'
import { createReading, type Reading } from './knowledge-for.ts'
import { makeIndex } from './make-index.ts'

/** Another number, and every document is read anew: the rules have changed. */
const RULES = '1'
/** Of tries that fail one after the other; the next start of the background tries again. */
const MOST_TRIES = 3

/** What the worker says to whoever started it. `idle`: all is done, and it may be ended. */
export type WorkerReport = { type: 'progress' } | { type: 'idle' } | { type: 'failed'; why: string }

export type WorkerPort = {
  postMessage(report: WorkerReport): void
  addEventListener(type: 'message', listen: () => void): void
}

type Means = { lexicon: Lexicon; readFile: ReadFile }

/** Works through what is kept now and, whenever it is told that something changed, again. */
export function startWorker(port: WorkerPort, means: Means): void {
  let again = true
  let running = false
  const run = async () => {
    if (running) return
    running = true
    for (let failed = 0; again && failed < MOST_TRIES;) {
      again = false
      try {
        again = await bringUpToDate(means, () => port.postMessage({ type: 'progress' }))
        failed = 0
      } catch (fault) {
        again = true
        failed++
        port.postMessage({ type: 'failed', why: String(fault) })
      }
    }
    running = false
    port.postMessage({ type: 'idle' })
  }
  port.addEventListener('message', () => {
    again = true
    void run()
  })
  void run()
}

let reading: Reading | undefined

/**
 * One pass: what is made becomes what was kept when it began. Answers whether something has changed
 * meanwhile.
 */
export async function bringUpToDate(
  { lexicon, readFile }: Means,
  tell: () => void,
): Promise<boolean> {
  // Opening would make a store of what was forgotten.
  if (!(await hasKept())) return false
  const kept = await openKept()
  try {
    const change = await readChange(kept)
    await purgeDeleted(kept)
    await keepBundled(kept, readFile)
    const made = await openWhole()
    try {
      reading = await readingFor(kept, lexicon)
      await makeIndex(kept, made, reading, tell)
      await made.delete('meta', 'rebuilding')
      await made.put('meta', change, 'change')
      return (await readChange(kept)) !== change
    } finally {
      made.close()
    }
  } finally {
    kept.close()
  }
}

async function readingFor(kept: KeptDb, lexicon: Lexicon): Promise<Reading> {
  const packs = (await kept.getAll('packs')).filter(isOn)
  const names = packs.map((pack) => pack.names).filter(({ entities }) => entities.length > 0)
  const wanted = JSON.stringify(names)
  if (reading && made === wanted) return reading
  made = wanted
  return createReading(lexicon, names, RULES + JSON.stringify(lexicon))
}
let made: string | undefined

/** What is made, if it is whole; otherwise a new, empty store, which is filled from the kept texts. */
async function openWhole(): Promise<MadeDb> {
  try {
    const made = await openMade()
    // Counting takes a while with many documents, and is done once for each start of the browser.
    if ((await made.get('meta', CHECKED)) === true || (await isWhole(made))) {
      await made.put('meta', true, CHECKED)
      return made
    }
    made.close()
  } catch {
    // What cannot even be opened is thrown away, too.
  }
  await dropMade()
  const made = await openMade()
  await made.put('meta', true, 'rebuilding')
  await made.put('meta', true, CHECKED)
  return made
}
