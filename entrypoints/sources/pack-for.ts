import { NEW_PACK } from '../../components/sources/PackChoice.tsx'
import type { PackId } from '../../core/packs/pack.ts'
import { say } from '../../core/words.ts'
import { library } from './use-library.ts'

/** The pack that was chosen; where none was, one that is made now. */
export async function packFor(chosen: PackId): Promise<PackId> {
  return chosen === NEW_PACK ? library.createPack(say('sources_firstPack')) : chosen
}
