/** A file's text, and in which encoding it was; `binary` where it is no text. */
export type Decoded = { name: 'text'; text: string; encoding: string } | { name: 'binary' }

/** How much of a file tells how it is written, in bytes. */
const LOOK = 64 * 1024
/** Of characters, the share of control characters from which on a file is no text. */
const MOST_CONTROLS = 0.02

/**
 * Reads a text file as it is most likely meant: by its byte order mark, as UTF-16 if every other byte is
 * zero, as UTF-8 if it is valid, by what it `declares` (never UTF-16: who can read that is told wrong), else
 * as windows-1252.
 */
export function decodeText(bytes: Uint8Array, declares?: string): Decoded {
  const encoding = markedEncoding(bytes) ?? guessEncoding(bytes, declares)
  const text = new TextDecoder(encoding).decode(bytes)
  return isText(text) ? { name: 'text', text, encoding } : { name: 'binary' }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

function guessEncoding(bytes: Uint8Array, declares: string | undefined): string {
  const wide = guessWide(bytes)
  if (wide !== undefined) return wide
  const declared = declares === undefined ? undefined : knownEncoding(declares)
  // Its Japanese is written in ASCII, which is valid UTF-8.
  if (declared === 'iso-2022-jp' && bytes.includes(ESCAPE)) return declared
  if (isValid(bytes, 'utf-8')) return 'utf-8'
  return declared !== undefined && !/^utf-/.test(declared) ? declared : 'windows-1252'
}

const ESCAPE = 0x1b

/** The encoding that an HTML file names in its head or its XML declaration. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const named =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head)
  return named?.[1]
}

/** Latin letters in UTF-16 have a zero in every other byte. */
function guessWide(bytes: Uint8Array): string | undefined {
  const look = bytes.subarray(0, LOOK - (LOOK % 2))
  if (look.length < 4) return undefined
  const zeros = [0, 0]
  for (const [at, byte] of look.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros.map((count) => count / (look.length / 2))
  if (odd > 0.4 && even < 0.05) return 'utf-16le'
  return even > 0.4 && odd < 0.05 ? 'utf-16be' : undefined
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function isText(text: string): boolean {
  const look = text.slice(0, LOOK)
  if (look.includes('\0')) return false
  const controls = look.match(/[\u0001-\u0008\u000E-\u001F\u007F\uFFFD]/g)?.length ?? 0
  return controls <= look.length * MOST_CONTROLS
}
