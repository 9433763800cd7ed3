import type { Fault } from './fault.ts'

/** A seed's bytes, not looked at yet. */
export type SeedFile = { file: string; bytes: Uint8Array; sha256: string }
/** A seed that can be indexed. `text` is what `fs.readFileSync(file, 'utf8')` gives, BOM included. */
export type SeedText = { file: string; text: string; sha256: string }

/** Above this a file is no article but a mistake; the largest seed has 8 kB. */
export const MAX_SEED_BYTES = 8 * 1024 * 1024

/**
 * The text of a seed, or what is wrong with it. A UTF-8 byte order mark and Windows line ends are
 * kept, because every offset counts in the text as it is; they are treated as white space.
 */
export function decodeSeed(seed: SeedFile): { seed?: SeedText; fault?: Fault } {
  const fault = (message: string, line = 1) => ({ fault: { file: seed.file, line, message } })
  if (seed.bytes.length > MAX_SEED_BYTES) return fault('larger than 8 MB: not an article')
  const at = firstInvalidByte(seed.bytes)
  if (at >= 0) return fault(invalidMessage(seed.bytes), lineOfByte(seed.bytes, at))
  const nul = seed.bytes.indexOf(0)
  if (nul >= 0) return fault('contains a NUL byte: not a text file', lineOfByte(seed.bytes, nul))
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(seed.bytes)
  if (text.trim() === '') return fault('empty')
  return { seed: { file: seed.file, text, sha256: seed.sha256 } }
}

function invalidMessage(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return utf16 ? 'is UTF-16: save it as UTF-8' : 'not valid UTF-8: save it as UTF-8'
}

/** Index of the first byte that is not part of valid UTF-8, or -1. */
function firstInvalidByte(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return -1
  // A bisection over prefixes: `stream` accepts a character that is cut off at the end.
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isUtf8(bytes.subarray(0, middle + 1), true)) low = middle + 1
    else high = middle
  }
  return Math.min(low, bytes.length - 1)
}

function isUtf8(bytes: Uint8Array, stream = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}

function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1
  for (const byte of bytes.subarray(0, at)) if (byte === 0x0a) line++
  return line
}
