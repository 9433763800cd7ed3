import { beforeEach, describe, expect, test } from 'vitest'
import { forgetEverything } from '../../extension/sources/forget-everything.ts'
import { openKept } from '../../extension/sources/kept-db.ts'
import { distrustMade } from '../../extension/sources/made-db.ts'
import {
  addDocuments,
  correctDocument,
  removeDocument,
} from '../../extension/sources/library-documents.ts'
import { readNew, markSeen, markShown } from '../../extension/sources/library-novelty.ts'
import { changePack, createPack } from '../../extension/sources/library-packs.ts'
import { purgeDeleted, UNDO_MS } from '../../extension/sources/purge-deleted.ts'
import { closeStores, openStores } from '../../extension/sources/stores.ts'
import { emptyBrowser, indexAll, report, seedDocuments, source } from './harness.ts'

beforeEach(emptyBrowser)

const passages = async () => {
  const { made } = await openStores()
  return made.count('passages')
}
const events = async () => {
  const { made } = await openStores()
  return (await made.getAll('tellings')).map(({ event }) => event)
}

describe('what is kept', () => {
  test('by the first version opens in today’s, and is indexed', async () => {
    const old = await openKept(undefined, 1)
    old.close()
    const pack = await createPack('Mine')
    await addDocuments(pack, [report('Huawei sued the US government in March 2019.')])
    await indexAll()
    expect((await readNew()).documents).toHaveLength(1)
  })

  test('comes back when a deleted pack is restored, and goes when the time for that is over', async () => {
    const pack = await createPack('Mine')
    await addDocuments(pack, seedDocuments())
    await changePack(pack, { deleted: Date.now() })
    await changePack(pack, { deleted: undefined })
    const { kept } = await openStores()
    expect(await kept.count('documents')).toBe(5)
    const now = Date.now()
    await changePack(pack, { deleted: now })
    expect(await purgeDeleted(kept, now + UNDO_MS - 1)).toBe(false)
    expect(await purgeDeleted(kept, now + UNDO_MS)).toBe(true)
    expect(await kept.count('texts')).toBe(0)
  })

  test('is not kept twice in one pack', async () => {
    const pack = await createPack('Mine')
    const again = [report('Huawei spoke.'), report('Huawei spoke.')]
    const added = await addDocuments(pack, again)
    expect(added.map(({ name }) => name)).toEqual(['added', 'known'])
  })

  test('is forgotten as a whole', async () => {
    const pack = await createPack('Mine')
    await addDocuments(pack, seedDocuments())
    await indexAll()
    await forgetEverything()
    expect(await indexedDB.databases()).toEqual([])
  })
})

describe('what is made', () => {
  test.each(['passages', 'outlines', 'done'] as const)(
    'is made anew from the kept texts when its %s are damaged',
    async (store) => {
      const pack = await createPack('Mine')
      await addDocuments(pack, seedDocuments())
      await indexAll()
      const before = { passages: await passages(), events: await events() }
      const { made } = await openStores()
      const [key] = await made.getAllKeys(store)
      await made.delete(store, key as never)
      // As at the next start of the browser.
      await distrustMade()
      await indexAll()
      expect({ passages: await passages(), events: await events() }).toEqual(before)
    },
  )

  test('goes on where it broke off', async () => {
    const pack = await createPack('Mine')
    await addDocuments(pack, seedDocuments().slice(0, 3))
    await indexAll()
    await addDocuments(pack, seedDocuments().slice(3))
    // The browser is closed, and what was made knows nothing of the last two.
    await closeStores()
    await indexAll()
    const all = await passages()
    expect(all).toBeGreaterThan(0)
    expect(await indexAll()).toBe(0)
  })

  test('tells a text that is not the captured one', async () => {
    const pack = await createPack('Mine')
    await addDocuments(pack, [report('Huawei said it was innocent.')])
    const { kept, made } = await openStores()
    const [row] = await kept.getAll('texts')
    if (row) await kept.put('texts', { ...row, text: 'Huawei said it was guilty.' })
    await indexAll()
    const failed = (await made.getAll('done')).map((one) => one.failed).filter(Boolean)
    expect(failed).toEqual(['textDamaged'])
  })

  test('of a large pack that is gone for good leaves what other packs have', async () => {
    const mine = await createPack('Mine')
    await addDocuments(mine, [report('The Pentagon banned Huawei phones on bases in May 2018.')])
    const large = await createPack('Large')
    await addDocuments(
      large,
      Array.from({ length: 270 }, (_, at) =>
        report(`Hexagon ${at} vexed ZTE.`, { file: `${at}.txt` }),
      ),
    )
    await indexAll()
    expect((await source.search('hexagon')).length).toBeGreaterThan(0)
    await changePack(large, { deleted: 1 })
    await indexAll()
    expect(await source.search('hexagon')).toEqual([])
    expect((await source.search('bases')).length).toBeGreaterThan(0)
    const { made } = await openStores()
    const terms = (await made.getAllKeys('terms')).map(([, term]) => term)
    expect(terms.filter((term) => term.startsWith('hexagon'))).toEqual([])
  })

  test('of a removed document leaves nothing behind', async () => {
    const pack = await createPack('Mine')
    await addDocuments(pack, [report('Hexagonal widgets vexed Huawei in Quito.')])
    await indexAll()
    const { kept, made } = await openStores()
    const own = (await kept.getAll('documents')).find(({ pack: no }) => no !== 1)
    await removeDocument(own?.number ?? 0)
    await indexAll()
    const terms = (await made.getAllKeys('terms')).map(([, term]) => term)
    expect(terms.filter((term) => /hexagon|quito/.test(term))).toEqual([])
    expect(await source.search('hexagonal')).toEqual([])
  })
})

test('what a card has shown is new no more, and all else is still', async () => {
  const pack = await createPack('Mine')
  const [one] = await addDocuments(pack, [
    report('The Pentagon banned Huawei phones on bases in May 2018.'),
    report('The FBI warned of ZTE phones in June 2018.'),
  ])
  await indexAll()
  await markShown(one?.name === 'added' ? [one.document.document.id] : [])
  const left = (await readNew()).documents.map(({ document }) => document.id)
  expect(left).toHaveLength(1)
  await markSeen()
  expect((await readNew()).documents).toEqual([])
})

test('a corrected document takes the place of the old one in one change, and is no newer', async () => {
  const pack = await createPack('Mine')
  const wrong = report('The Pentagon banned Huawei phones on bases in May 2018.')
  const [added] = await addDocuments(pack, [wrong])
  await indexAll()
  const number = added?.name === 'added' ? added.document.number : 0
  const { kept, made } = await openStores()
  const before = await kept.get('documents', number)
  const refused = await correctDocument(number, { ...wrong, publisher: '' })
  expect(refused.name).toBe('refused')
  expect(await kept.get('documents', number)).toEqual(before)
  const right = await correctDocument(number, { ...wrong, publisher: 'The Weekly' })
  await indexAll()
  const rows = await kept.getAll('documents')
  const own = rows.filter(({ pack: no }) => no === before?.pack)
  expect(own.map((row) => [row.publisher, row.added, row.id])).toEqual([
    ['The Weekly', before?.added, before?.id],
  ])
  expect(right.name).toBe('added')
  expect(await made.get('done', number)).toBeUndefined()
})

test('what was added is new until the digest or the list of it is looked at', async () => {
  const pack = await createPack('Mine')
  await addDocuments(pack, [report('The Pentagon banned Huawei phones on bases in May 2018.')])
  await indexAll()
  const { documents, events: told } = await readNew()
  expect(documents).toHaveLength(1)
  expect(told.length).toBeGreaterThan(0)
  await markSeen()
  expect(await readNew()).toEqual({ documents: [], events: [] })
})
