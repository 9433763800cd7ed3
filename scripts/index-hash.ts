import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** `virtual:index-hash`: which bytes the index must have, so that no other is ever shown as evidence. */
export function indexHash(): Plugin {
  const id = 'virtual:index-hash'
  return {
    name: 'index-hash',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(loaded) {
      if (loaded !== `\0${id}`) return undefined
      const file = resolve('data/index.json')
      this.addWatchFile(file)
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
      return `export const INDEX_SHA256 = ${JSON.stringify(hash)}`
    },
  }
}
