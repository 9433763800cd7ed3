import { beforeEach, expect, test } from 'vitest'
import { BUNDLED, type NewDocument } from '../../core/packs/pack.ts'
import type { SourceDocument } from '../../core/source-index.ts'
import { addDocuments, removeDocument } from '../../extension/sources/library-documents.ts'
import { changePack, createPack } from '../../extension/sources/library-packs.ts'
import { openStores } from '../../extension/sources/stores.ts'
import { folderInputs } from '../indexer/build-fixture.ts'
import { emptyBrowser, indexAll, seedDocuments } from './harness.ts'

/** The seeds and all invented documents together: many that tell the same events. */
const invented = folderInputs('tests/indexer/fixtures')
const facts = (JSON.parse(invented.sources) as { documents: SourceDocument[] }).documents
const documents: NewDocument[] = [
  ...seedDocuments(),
  ...facts.map(({ file, title, publisher, published, address }) => ({
    kind: 'text' as const,
    text: new TextDecoder().decode(invented.seeds.find((seed) => seed.file === file)?.bytes),
    title: title ?? null,
    publisher,
    published,
    address: address ?? null,
    file,
    captured: 1_700_000_000_000,
  })),
]
/** Neither in the order of publication nor in that of files. */
const mixed = documents.toSorted((a, b) =>
  (a.file?.at(-7) ?? '').localeCompare(b.file?.at(-7) ?? ''),
)

beforeEach(emptyBrowser)

async function eventsMade() {
  const { made } = await openStores()
  const rows = await made.getAll('tellings')
  return rows.map(({ event }) => event)
}

async function startPack(): Promise<string> {
  await changePack(BUNDLED, { on: false }).catch(() => undefined)
  return createPack('News')
}

test('documents that come one by one give the events that they give together, and go without a trace', async () => {
  const pack = await startPack()
  await addDocuments(pack, mixed)
  await indexAll()
  const together = await eventsMade()
  const late = mixed.slice(0, 6)
  const { kept } = await openStores()
  for (const { file } of late) {
    const [row] = await kept.getAllFromIndex('documents', 'file', file ?? '')
    await removeDocument(row?.number ?? 0)
    await indexAll()
  }
  const without = await eventsMade()
  expect(without).not.toEqual(together)
  for (const document of late) {
    await addDocuments(pack, [document])
    await indexAll()
  }
  expect(await eventsMade()).toEqual(together)
  await emptyBrowser()
  await addDocuments(await startPack(), mixed.slice(6))
  await indexAll()
  expect(without).toEqual(await eventsMade())
})
