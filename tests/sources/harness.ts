import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { createReaders } from '../../core/context/prepare-index.ts'
import type { Lexicon } from '../../core/detect/lexicon.ts'
import { withOwnEntities } from '../../core/packs/own-entities.ts'
import type { NewDocument } from '../../core/packs/pack.ts'
import { bringUpToDate } from '../../entrypoints/source-worker/start-worker.ts'
import { isOn } from '../../extension/sources/kept-db.ts'
import { readSeen } from '../../extension/sources/library-novelty.ts'
import { createPackSource } from '../../extension/sources/pack-source.ts'
import { closeStores, openStores } from '../../extension/sources/stores.ts'
import { readCommittedIndex } from '../committed-index.ts'
import { ownDocument } from '../own-document.ts'

const committedIndex = readCommittedIndex()
const lexicon = JSON.parse(readFileSync('data/lexicon.json', 'utf8')) as Lexicon

/** A browser that keeps nothing yet. */
export async function emptyBrowser(): Promise<void> {
  await closeStores()
  globalThis.indexedDB = new IDBFactory()
}

/** What the worker does when it hears of a change; answers what it told of its progress. */
export async function indexAll(): Promise<number> {
  let told = 0
  const means = {
    lexicon,
    readFile: async (path: string) =>
      readFileSync(path === '/index.json' ? 'data/index.json' : path.slice(1), 'utf8'),
  }
  while (await bringUpToDate(means, () => (told += 1))) told += 1
  return told
}

/** The packs that are on, as the background sees them. */
export const source = createPackSource(async () => {
  const { kept, made } = await openStores()
  const packs = (await kept.getAll('packs')).filter(isOn)
  const entities = withOwnEntities(
    committedIndex.entities,
    packs.map(({ names }) => names),
  )
  const tree = new Map(entities.map((entity) => [entity.id, entity]))
  return {
    kept,
    made,
    packs,
    seen: await readSeen(),
    entities,
    tree,
    ...createReaders(entities),
  }
})

/** The bundled documents, as a reader would add them. */
export function seedDocuments(): (NewDocument & { file: string })[] {
  return committedIndex.documents.map(({ file, title, publisher, published, address }) => ({
    kind: 'text',
    text: readFileSync(`seeds/${file}`, 'utf8'),
    title,
    publisher,
    published,
    address,
    file,
    captured: 1_700_000_000_000,
  }))
}

/** A report of one's own. */
export function report(text: string, more: Partial<NewDocument> = {}): NewDocument {
  const { file: _file, ...page } = ownDocument(text, {
    kind: 'page',
    title: 'A report',
    publisher: 'The Daily',
    published: { value: '2019-05-16', precision: 'day', basis: 'text' },
    address: 'https://daily.example/report',
  })
  return { ...page, ...more }
}
