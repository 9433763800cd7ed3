/**
 * Ids are derived from content, so that adding a document leaves all others as they are. A 64-bit
 * FNV-1a over UTF-8 bytes: two of a million ids collide with a chance below one in ten million,
 * and the build would say so (ids are checked for being unique).
 */
const OFFSET_BASIS = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n
const MASK = 0xffffffffffffffffn

/** Twelve hex digits that depend on `parts` and on nothing else. */
export function contentId(...parts: string[]): string {
  let hash = OFFSET_BASIS
  for (const byte of new TextEncoder().encode(parts.join('\u0000'))) {
    hash = ((hash ^ BigInt(byte)) * PRIME) & MASK
  }
  return hash.toString(16).padStart(16, '0').slice(0, 12)
}
