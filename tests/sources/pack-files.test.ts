import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { exportPack, importPack } from '../../extension/sources/library-files.ts'
import { addDocuments } from '../../extension/sources/library-documents.ts'
import { changePack, createPack } from '../../extension/sources/library-packs.ts'
import { openStores } from '../../extension/sources/stores.ts'
import { emptyBrowser, report, seedDocuments } from './harness.ts'

beforeEach(emptyBrowser)

/** Everything that is kept, to compare. */
async function everything(): Promise<string> {
  const { kept } = await openStores()
  const stores = ['packs', 'documents', 'texts'] as const
  return JSON.stringify(await Promise.all(stores.map((name) => kept.getAll(name))))
}

async function exported(): Promise<string> {
  const pack = await createPack('Filings')
  await addDocuments(pack, [...seedDocuments(), report('ZTE paid a fine.')])
  const entities = [{ kind: 'company' as const, name: 'Hikvision', aliases: ['海康威视'] }]
  await changePack(pack, { names: { entities, choices: [] } })
  return (await exportPack(pack)).text
}

describe('a pack file', () => {
  test('brings elsewhere what was exported, to the character', async () => {
    const text = await exported()
    await emptyBrowser()
    const answer = await importPack(text)
    expect(answer).toMatchObject({ name: 'imported', documents: 6 })
    const again = answer.name === 'imported' ? (await exportPack(answer.pack)).text : ''
    expect(again).toBe(text)
  })

  test.each<[string, (file: Record<string, never>) => unknown, string]>([
    ['another format', (file) => ({ ...file, format: 'else' }), 'format'],
    ['a later schema', (file) => ({ ...file, schemaVersion: 2 }), 'schemaVersion'],
    ['a changed name', (file) => ({ ...file, name: 'Other' }), 'sha256'],
    ['more than data', (file) => ({ ...file, script: 'alert(1)' }), 'script'],
    ['no documents', (file) => ({ ...file, documents: undefined }), 'documents'],
  ])('with %s changes nothing and says where', async (_what, spoil, where) => {
    const text = await exported()
    const before = await everything()
    const answer = await importPack(JSON.stringify(spoil(JSON.parse(text) as never)))
    expect(answer).toMatchObject({ name: 'faulty', faults: [{ where }] })
    expect(await everything()).toBe(before)
  })

  test('with a changed document names the document', async () => {
    const file = JSON.parse(await exported()) as { documents: { text: string }[] }
    const third = file.documents[2]
    if (third) third.text += ' '
    const answer = await importPack(JSON.stringify(file))
    expect(answer).toMatchObject({ name: 'faulty', faults: [{ where: 'documents.2.text' }] })
  })

  test('that breaks off anywhere changes nothing', async () => {
    const text = (await exported()).trimEnd()
    const before = await everything()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.length - 1 }), async (end) => {
        expect((await importPack(text.slice(0, end))).name).toBe('faulty')
      }),
      { numRuns: 60 },
    )
    expect(await everything()).toBe(before)
  })

  test('with any one character changed changes nothing, or means the same', async () => {
    const text = await exported()
    const before = await everything()
    const change = fc.tuple(
      fc.integer({ min: 0, max: text.length - 1 }),
      fc.constantFrom('0', 'x', '"', '{', ']', '\u0000', '\ud800', '\\'),
    )
    await fc.assert(
      fc.asyncProperty(change, async ([at, letter]) => {
        if (/\s/.test(text.charAt(at)) || text.charAt(at) === letter) return
        const answer = await importPack(text.slice(0, at) + letter + text.slice(at + 1))
        expect(answer.name).toBe('faulty')
      }),
      { numRuns: 150 },
    )
    expect(await everything()).toBe(before)
  })

  test('that is any JSON at all is refused', async () => {
    await createPack('Mine')
    const before = await everything()
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const answer = await importPack(JSON.stringify(value))
        expect(answer.name === 'faulty' && answer.faults.length > 0).toBe(true)
      }),
      { numRuns: 200 },
    )
    expect(await everything()).toBe(before)
  })
})
