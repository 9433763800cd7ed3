import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files of a profile that hold a word, whatever way the browsers write words down. */
export async function filesWith(profile: string, word: string): Promise<string[]> {
  const ways = waysToWrite(word)
  const found: string[] = []
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    if (ways.some((way) => bytes.includes(way))) found.push(file)
  }
  return found
}

/** One byte a letter; two, either first; and as Firefox writes keys, each letter one further. */
function waysToWrite(word: string): Buffer[] {
  const two = Buffer.from(word, 'utf16le')
  return [
    Buffer.from(word, 'latin1'),
    two,
    Buffer.from(two).swap16(),
    Buffer.from(word, 'latin1').map((letter) => letter + 1) as Buffer,
  ]
}
