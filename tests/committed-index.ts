import { readFileSync } from 'node:fs'
import { parseIndex } from '../core/index-schema.ts'
import type { SourceIndex } from '../core/source-index.ts'

/** The index that ships, checked the way the extension checks it. */
export function readCommittedIndex(): SourceIndex {
  const parsed = parseIndex(JSON.parse(readFileSync('data/index.json', 'utf8')))
  if (!parsed.ok) throw new Error(parsed.fault)
  return parsed.index
}
