import type { Lookup } from './words.ts'

/** What stands for values in a message that is kept; the browser takes no more than nine. */
const MARKS = Array.from({ length: 9 }, (_, at) => `\u{F0000}${at}\u{F0001}`)

/** The same messages; one that cannot be read, and was not read before, is empty. */
export function keepMessages(read: Lookup): Lookup {
  const kept = new Map<string, string>()
  return (key, values) => {
    const message = kept.get(key) ?? readSafely(read, key)
    if (message !== undefined) kept.set(key, message)
    return (message ?? '').replaceAll(
      /\u{F0000}(\d)\u{F0001}/gu,
      (_, at: string) => values[Number(at)] ?? '',
    )
  }
}

function readSafely(read: Lookup, key: string): string | undefined {
  try {
    return read(key, MARKS)
  } catch {
    return undefined
  }
}
