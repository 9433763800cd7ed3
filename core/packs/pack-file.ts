import type { OwnNames } from './own-names.ts'
import type { NewDocument } from './pack.ts'

/** How a pack travels: one JSON file, data only. */
export type PackFile = {
  format: 'source-context-pack'
  schemaVersion: 1
  name: string
  documents: FiledDocument[]
  names: OwnNames
  /** Hex SHA-256 of `name`, `documents` and `names` as `JSON.stringify` writes them in this order. */
  sha256: string
}

/** A document in a pack file; `sha256` is the hex digest of its text in UTF-8. */
export type FiledDocument = NewDocument & { file: string; sha256: string }

/** What is wrong with a pack file, and where: a path such as `documents.3.published.value`. */
export type PackFault = { where: string; what: string }
