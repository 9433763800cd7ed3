import { parsePackFile, writePackFile } from '../../core/packs/pack-file.ts'
import type { PackId } from '../../core/packs/pack.ts'
import { say } from '../../core/words.ts'
import { hashText } from './hash-text.ts'
import { keepDocument, toNew } from './library-documents.ts'
import { addPack, writeKept } from './library-packs.ts'
import type { ImportAnswer } from './source-library.ts'
import { openStores } from './stores.ts'

export async function exportPack(id: PackId): Promise<{ file: string; text: string }> {
  const { kept } = await openStores()
  const pack = await kept.getFromIndex('packs', 'id', id)
  if (!pack) throw new Error(say('library_packGone'))
  const rows = await kept.getAllFromIndex(
    'documents',
    'pack',
    IDBKeyRange.bound([pack.no], [pack.no, []]),
  )
  const documents = await Promise.all(
    rows.map(async (row) => {
      const text = (await kept.get('texts', row.number))?.text ?? ''
      return { ...toNew(row, text), sha256: row.sha256 }
    }),
  )
  const name = pack.name || say('manifest_name')
  const text = await writePackFile({ name, documents, names: pack.names }, hashText)
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['pack']
  return { file: `${words.join('-')}.source-context.json`, text }
}

/** Everything is checked before the first write, and all of it is one write. */
export async function importPack(text: string): Promise<ImportAnswer> {
  const parsed = await parsePackFile(text, hashText)
  if (!parsed.ok) return { name: 'faulty', faults: parsed.faults }
  const { name, documents, names } = parsed.pack
  return writeKept(async (writing) => {
    const row = { ...(await addPack(writing, name)), names }
    await writing.objectStore('packs').put(row)
    let added = 0
    for (const { sha256, ...document } of documents) {
      const kept = await keepDocument(writing, row, { document, sha256 })
      if (kept.name === 'added') added++
    }
    return { name: 'imported', pack: row.id, documents: added }
  })
}
