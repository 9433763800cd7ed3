import { parseIndex } from '../../core/index-schema.ts'
import { BUNDLED_NO, type DocumentRow, type KeptDb } from '../../extension/sources/kept-db.ts'
import { hashText } from '../../extension/sources/hash-text.ts'

/** Reads a file of the extension; its bytes are UTF-8. */
export type ReadFile = (path: string) => Promise<string>

/**
 * Keeps the documents that came with the extension beside the reader's own, so that their events join.
 * Without own documents there is nothing to join, and nothing is kept. Another version of the
 * extension brings its own.
 */
export async function keepBundled(kept: KeptDb, readFile: ReadFile): Promise<void> {
  const own = await kept.countFromIndex(
    'documents',
    'pack',
    IDBKeyRange.lowerBound([BUNDLED_NO + 1]),
  )
  if (own === 0) return
  const text = await readFile('/index.json')
  const version = await hashText(text)
  if ((await kept.get('meta', 'bundled')) === version) return
  const parsed = parseIndex(JSON.parse(text))
  if (!parsed.ok) throw new Error(parsed.fault)
  const documents = await Promise.all(
    parsed.index.documents.map(async (one) => ({
      ...one,
      text: await readFile(`/seeds/${one.file}`),
    })),
  )
  const writing = kept.transaction(['documents', 'texts', 'meta'], 'readwrite')
  const rows = writing.objectStore('documents')
  const texts = writing.objectStore('texts')
  const all = IDBKeyRange.bound([BUNDLED_NO], [BUNDLED_NO, []])
  for (const number of await rows.index('pack').getAllKeys(all)) {
    await rows.delete(number)
    await texts.delete(number)
  }
  for (const { text: own, paragraphs: _, ...document } of documents) {
    const row: Omit<DocumentRow, 'number'> = {
      ...document,
      pack: BUNDLED_NO,
      kind: 'text',
      captured: 0,
      added: 0,
    }
    // The browser gives the number.
    const number = await rows.add(row as DocumentRow)
    await texts.add({ number, text: own })
  }
  await writing.objectStore('meta').put(version, 'bundled')
  await writing.done
}
