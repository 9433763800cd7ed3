import { zipSync, type Zippable } from 'fflate'

/** `name`: the path in the package, with slashes. */
export type PackedFile = { name: string; data: Uint8Array }

/** ZIP's time has no zone, and fflate writes local time: noon of its first day is the same anywhere. */
const firstDay = () => new Date(1980, 0, 1, 12)
/** An ordinary file that its owner may write and everybody may read, as Unix writes it. */
const MODE = 0o100644

/**
 * Packs files so that the same files give the same bytes anywhere: sorted by name, no time, no owner,
 * one mode, and compressed by code of the project's own lock file, not by the machine's zlib.
 */
export function zipFiles(files: readonly PackedFile[]): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const entries: Zippable = {}
  for (const { name, data } of sorted)
    entries[name] = [data, { level: 9, mtime: firstDay(), os: 3, attrs: MODE << 16 }]
  return zipSync(entries)
}
