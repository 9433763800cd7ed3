import { browser } from 'wxt/browser'
import { parseIndex } from '../core/index-schema.ts'
import type { SourceIndex } from '../core/source-index.ts'

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
  const response = await fetch(browser.runtime.getURL('/index.json'))
  const parsed = parseIndex(await response.json())
  if (!parsed.ok) throw new Error(`The bundled sources cannot be read: ${parsed.fault}`)
  return parsed.index
}
