import { INDEX_SHA256 } from 'virtual:index-hash'
import { browser } from 'wxt/browser'
import { parseIndex } from '../core/index-schema.ts'
import type { SourceIndex } from '../core/source-index.ts'
import { say } from '../core/words.ts'
import { hashBytes } from './open-reader.ts'

let loading: Promise<SourceIndex> | undefined

/**
 * The index that came with the extension, read once per context. Rejects with a sentence that can
 * be shown when the file is missing, is not byte for byte the one of the build, or is not an index.
 */
export function loadIndex(): Promise<SourceIndex> {
  loading ??= readIndex().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function readIndex(): Promise<SourceIndex> {
  const bytes = await fetchIndex()
  // What was changed on this machine is nobody's evidence, however well-formed.
  if ((await hashBytes(bytes)) !== INDEX_SHA256) throw new Error(say('state_indexAltered'))
  const parsed = parseIndex(JSON.parse(new TextDecoder().decode(bytes)))
  if (!parsed.ok) throw new Error(say('state_indexFault', { fault: parsed.fault }))
  return parsed.index
}

/** Which sources these are: the extension's version and the hex digest of the index's bytes. */
export async function describePack(): Promise<{ extension: string; sha256: string }> {
  const bytes = await fetchIndex()
  return { extension: browser.runtime.getManifest().version, sha256: await hashBytes(bytes) }
}

async function fetchIndex(): Promise<ArrayBuffer> {
  try {
    const response = await fetch(browser.runtime.getURL('/index.json'))
    if (response.ok) return await response.arrayBuffer()
  } catch {
    // Chromium refuses a file that is not there, Firefox breaks off while it is read.
  }
  throw new Error(say('state_fileMissing', { file: 'index.json' }))
}
