import { contentId } from '../../core/content-id.ts'
import { BUNDLED, type KeptDocument, type NewDocument, type PackId } from '../../core/packs/pack.ts'
import { checkDocument } from '../../core/packs/pack-file.ts'
import { say } from '../../core/words.ts'
import { hashText } from './hash-text.ts'
import type { DocumentRow, PackRow } from './kept-db.ts'
import { findPack, writeKept, type KeptWriting } from './library-packs.ts'
import type { Added } from './source-library.ts'
import { openStores } from './stores.ts'
import { toDocument } from './to-document.ts'

/** A document with what is worked out of it before the store is opened: nothing else may wait inside. */
type Ready = { document: NewDocument; sha256: string }

export async function addDocuments(pack: PackId, documents: NewDocument[]): Promise<Added[]> {
  if (pack === BUNDLED) throw new Error(say('library_bundledStays'))
  const checked = await Promise.all(documents.map(makeReady))
  return writeKept(async (writing) => {
    const row = await findPack(writing, pack)
    const added: Added[] = []
    for (const one of checked)
      added.push('why' in one ? { name: 'refused', ...one } : await keepDocument(writing, row, one))
    return added
  })
}

async function makeReady(document: NewDocument): Promise<Ready | { why: string }> {
  const fault = checkDocument(document)
  if (fault !== undefined) return { why: fault }
  return { document, sha256: await hashText(document.text) }
}

/** Keeps one document inside a larger change, unless its pack has it already; `addedAt`: ms since the epoch. */
export async function keepDocument(
  writing: KeptWriting,
  pack: PackRow,
  { document, sha256 }: Ready,
  addedAt = Date.now(),
): Promise<Added> {
  const documents = writing.objectStore('documents')
  const file = await freeName(writing, document, sha256)
  const id = contentId('document', file, sha256)
  const known = await documents.index('copy').getKey([pack.no, id])
  if (known !== undefined) return { name: 'known', number: known }
  const { text, ...rest } = document
  const row = { ...rest, file, pack: pack.no, id, sha256, added: addedAt }
  // The browser gives the number.
  const number = await documents.add(row as DocumentRow)
  await writing.objectStore('texts').add({ number, text })
  return { name: 'added', document: toKept({ ...row, number }, [pack]) }
}

/** Passages are known by their file's name and words: two files of one name must not have one name. */
async function freeName(
  writing: KeptWriting,
  { file, address }: NewDocument,
  sha256: string,
): Promise<string> {
  const wanted = file ?? nameOfPage(address)
  const same = await writing.objectStore('documents').index('file').getAll(wanted)
  if (same.every((row) => row.sha256 === sha256)) return wanted
  return wanted.replace(/(\.\w+)?$/, (ending) => ` ${sha256.slice(0, 8)}${ending}`)
}

function nameOfPage(address: string | null): string {
  const url = address !== null && URL.canParse(address) ? new URL(address) : undefined
  const words = `${url?.hostname ?? 'page'}${url?.pathname ?? ''}${url?.search ?? ''}`
  return `${words
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)}.txt`
}

/**
 * Puts a document with other facts, or another text, in the place of a kept one: both in one change. It is
 * no newer for that. Answers as adding does; where it is refused, or its pack has the same already, the kept
 * one stays.
 */
export async function correctDocument(number: number, document: NewDocument): Promise<Added> {
  const ready = await makeReady(document)
  if ('why' in ready) return { name: 'refused', ...ready }
  return writeKept(async (writing) => {
    const was = await writing.objectStore('documents').get(number)
    const pack = was && (await writing.objectStore('packs').get(was.pack))
    if (!was || !pack) throw new Error(say('sources_gone'))
    await eraseDocument(writing, number)
    const file = document.file ?? was.file
    return keepDocument(writing, pack, { ...ready, document: { ...document, file } }, was.added)
  })
}

export async function removeDocument(number: number): Promise<NewDocument | undefined> {
  return writeKept(async (writing) => {
    const row = await writing.objectStore('documents').get(number)
    const text = (await writing.objectStore('texts').get(number))?.text
    await eraseDocument(writing, number)
    return row && text !== undefined ? toNew(row, text) : undefined
  })
}

export async function readDocument(number: number): Promise<NewDocument | undefined> {
  const { kept } = await openStores()
  const [row, text] = await Promise.all([kept.get('documents', number), kept.get('texts', number)])
  return row && text ? toNew(row, text.text) : undefined
}

export async function eraseDocument(writing: KeptWriting, number: number): Promise<void> {
  await writing.objectStore('documents').delete(number)
  await writing.objectStore('texts').delete(number)
}

/** A kept document as it was added. */
export function toNew(row: DocumentRow, text: string): NewDocument & { file: string } {
  const { kind, title, publisher, author, published, address, file, captured } = row
  return {
    kind,
    text,
    title,
    publisher,
    ...(author !== undefined && { author }),
    published,
    address,
    file,
    captured,
  }
}

/** A kept document as it is listed, before anything was made of it. */
export function toKept(row: DocumentRow, packs: PackRow[]): KeptDocument {
  const { number, kind, captured, added, author } = row
  return {
    number,
    pack: packs.find(({ no }) => no === row.pack)?.id ?? '',
    kind,
    document: toDocument(row, packs, []),
    ...(author !== undefined && { author }),
    captured,
    added,
    state: { name: 'waiting' },
  }
}
