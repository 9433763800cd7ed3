import { browser } from 'wxt/browser'
import { say } from '../core/words.ts'

/** Opens the reader at a passage, or at the head of a document, in a tab of its own. */
export async function openReader(id: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/reader.html#${id}`) })
}

/** A seed's text, with which offsets in the index resolve, and the hex digest of its bytes. */
export type SeedText = { text: string; sha256: string }

/** Reads a seed that came with the extension. Rejects with a sentence where it is not there. */
export async function readSeed(file: string): Promise<SeedText> {
  const response = await fetch(browser.runtime.getURL(`/seeds/${file}`))
  if (!response.ok) throw new Error(say('state_fileMissing', { file }))
  const bytes = await response.arrayBuffer()
  return {
    // `response.text()` would drop a byte order mark, and with it shift every offset.
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    sha256: await hashBytes(bytes),
  }
}

/** SHA-256 of some bytes, in hex. */
export async function hashBytes(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
