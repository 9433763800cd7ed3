import { BUNDLED, type Pack } from '../../core/packs/pack.ts'
import { say } from '../../core/words.ts'

/** A pack with what it holds, as it is listed. */
export type ListedPack = Pack & {
  documents: number
  waiting: number
  failed: number
}

/** A pack's name as the reader knows it. */
export function namePack({ id, name }: Pick<Pack, 'id' | 'name'>): string {
  return id === BUNDLED ? say('pack_bundled') : name
}
