import { browser } from 'wxt/browser'

/** Opens the reader at a passage, or at the head of a document, in a tab of its own. */
export async function openReader(id: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/reader.html#${id}`) })
}

/** A seed's text, with which offsets in the index resolve. */
export async function readSeed(file: string): Promise<string> {
  const response = await fetch(browser.runtime.getURL(`/seeds/${file}`))
  // `response.text()` would drop a byte order mark, and with it shift every offset.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
}
