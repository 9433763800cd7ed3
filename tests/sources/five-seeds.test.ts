import { beforeEach, expect, test } from 'vitest'
import { BUNDLED } from '../../core/packs/pack.ts'
import { addDocuments } from '../../extension/sources/library-documents.ts'
import { changePack, createPack } from '../../extension/sources/library-packs.ts'
import { openStores } from '../../extension/sources/stores.ts'
import { readCommittedIndex } from '../committed-index.ts'
import { emptyBrowser, indexAll, report, seedDocuments, source } from './harness.ts'

const committedIndex = readCommittedIndex()
beforeEach(emptyBrowser)

const made = async () => (await openStores()).made
const passagesMade = async () => (await (await made()).getAll('passages')).map((row) => row.passage)
const eventsMade = async () => (await (await made()).getAll('tellings')).map(({ event }) => event)
const byId = <Item extends { id: string }>(items: Item[]) =>
  items.toSorted((a, b) => Number(a.id > b.id) - Number(a.id < b.id))

test('the five seeds as a pack give the passages and events of the bundled index', async () => {
  const pack = await createPack('Seeds')
  await addDocuments(pack, seedDocuments())
  await changePack(BUNDLED, { on: false })
  await indexAll()
  expect(byId(await passagesMade())).toEqual(byId(committedIndex.passages))
  expect(byId(await eventsMade())).toEqual(byId(committedIndex.events))
})

test('one after the other, in any order, they give the same', async () => {
  const pack = await createPack('Seeds')
  await changePack(BUNDLED, { on: false })
  for (const document of seedDocuments().toReversed()) {
    await addDocuments(pack, [document])
    await indexAll()
  }
  expect(byId(await passagesMade())).toEqual(byId(committedIndex.passages))
  expect(byId(await eventsMade())).toEqual(byId(committedIndex.events))
})

test('beside the bundled ones they are counted once', async () => {
  const pack = await createPack('Seeds')
  await addDocuments(pack, seedDocuments())
  await indexAll()
  expect(await source.totals()).toMatchObject({ documents: 5 })
  expect(byId(await eventsMade())).toEqual(byId(committedIndex.events))
})

test('a document that tells of a bundled event joins it, and leaves it again', async () => {
  const pack = await createPack('Mine')
  await addDocuments(pack, [
    report(
      'The Pentagon ordered stores on American military bases to stop selling Huawei and ZTE phones in May 2018.',
      { published: { value: '2018-05-04', precision: 'day', basis: 'text' } },
    ),
  ])
  await indexAll()
  const [own] = (await passagesMade()).filter((one) => one.text.includes('American military bases'))
  const joined = (await eventsMade()).filter((event) => event.passages.includes(own?.id ?? ''))
  expect(joined).toHaveLength(1)
  expect(joined[0]?.passages.length).toBeGreaterThan(1)
  await changePack(pack, { on: false })
  await indexAll()
  expect(byId(await eventsMade())).toEqual(byId(committedIndex.events))
})
