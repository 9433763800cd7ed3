import type { Page } from 'puppeteer-core'
import type { NewDocument } from '../../../core/packs/pack.ts'
import type { SourceLibrary } from '../../../extension/sources/source-library.ts'
import { bundleLibrary } from './library/bundle.ts'
import { inExtension } from './own-api.ts'
import type { Extended } from './rig.ts'
import { until } from './until.ts'
import type { Json } from './view.ts'

let script: Promise<string> | undefined

/** Calls the library in one of the extension's own pages; `front` stands in front again. */
export async function inLibrary<Args extends Json[], Answer>(
  rig: Extended,
  front: Page,
  run: (library: SourceLibrary, ...args: Args) => Answer,
  ...args: Args
): Promise<Awaited<Answer>> {
  const code = await (script ??= bundleLibrary())
  // The helper page is there from the first call on.
  await inExtension(rig, front, () => null)
  const own = await rig.findOwnPage('/manifest.json')
  if (await own.evaluate(() => globalThis.sourceLibrary === undefined)) await own.evaluate(code)
  const library = await own.evaluateHandle(() => globalThis.sourceLibrary)
  return (await own.evaluate(run as never, library, ...args)) as Awaited<Answer>
}

/** Adds documents to a new pack, and waits until they are indexed; answers the pack. */
export async function addPack(
  rig: Extended,
  front: Page,
  name: string,
  documents: NewDocument[],
): Promise<string> {
  const pack = await inLibrary(
    rig,
    front,
    async (library, called, all) => {
      const made = await library.createPack(called)
      await library.add(made, all as never)
      return made
    },
    name,
    documents as unknown as Json,
  )
  await untilIndexed(rig, front)
  return pack
}

/** Indexing takes its time with many documents, in ms. */
const PATIENCE = 40_000

/** Waits until all that was added is read, and its events are joined. */
export async function untilIndexed(rig: Extended, front: Page): Promise<void> {
  const isDone = () =>
    inLibrary(rig, front, async (library) => {
      const { queue, packs } = await library.read()
      const own = packs.filter(({ id }) => id !== 'bundled')
      const isReady = own.every(({ documents, waiting }) => documents === 0 || waiting === 0)
      return queue.waiting === 0 && isReady && !queue.joining
    })
  await until('everything is indexed', isDone, PATIENCE)
}
