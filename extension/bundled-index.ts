import { browser } from 'wxt/browser'
import { parseIndex } from '../core/index-schema.ts'
import type { SourceIndex } from '../core/source-index.ts'
import { say } from '../core/words.ts'
import { hashBytes } from './open-reader.ts'

let loading: Promise<SourceIndex> | undefined

/**
 * The index that came with the extension, read once per context. Rejects with a sentence that can
 * be shown when the file is missing or is not an index.
 */
export function loadIndex(): Promise<SourceIndex> {
  loading ??= readIndex().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function readIndex(): Promise<SourceIndex> {
  const parsed = parseIndex(await (await fetchIndex()).json())
  if (!parsed.ok) throw new Error(say('state_indexFault', { fault: parsed.fault }))
  return parsed.index
}

/** Which sources these are: the extension's version and the hex digest of the index's bytes. */
export async function describePack(): Promise<{ extension: string; sha256: string }> {
  const bytes = await (await fetchIndex()).arrayBuffer()
  return { extension: browser.runtime.getManifest().version, sha256: await hashBytes(bytes) }
}

async function fetchIndex(): Promise<Response> {
  return fetch(browser.runtime.getURL('/index.json'))
}
