import { openLibrary } from '../../../../extension/sources/open-library.ts'
import type { SourceLibrary } from '../../../../extension/sources/source-library.ts'

declare global {
  var sourceLibrary: SourceLibrary | undefined
}

globalThis.sourceLibrary = openLibrary()
