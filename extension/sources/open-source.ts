import { createIndexSource } from '../../core/context/index-source.ts'
import type { ContextSource } from '../../core/context/context-source.ts'
import { createReaders } from '../../core/context/prepare-index.ts'
import { withOwnEntities } from '../../core/packs/own-entities.ts'
import type { Entity, SourceIndex } from '../../core/source-index.ts'
import { loadIndex } from '../bundled-index.ts'
import { readSeed } from '../open-reader.ts'
import type { Open } from './gather-slice.ts'
import { BUNDLED_NO, isOn, type PackRow } from './kept-db.ts'
import { hasKept } from './has-kept.ts'
import { readSeen } from './library-novelty.ts'
import { createPackSource } from './pack-source.ts'
import { openStores, type Stores } from './stores.ts'

const packSource = createPackSource(openPacks)
let bundled: { index: SourceIndex; source: ContextSource } | undefined

/**
 * The sources that are on, joined. Without documents of a reader's own they are the bundled index, which
 * needs no store; nor does it while its documents are still being joined with the first own ones.
 */
export async function openSource(): Promise<ContextSource> {
  if (!(await hasKept())) return bundledSource()
  const stores = await openStores()
  return (await isBundledEnough(stores)) ? bundledSource() : packSource
}

async function bundledSource(): Promise<ContextSource> {
  const index = await loadIndex()
  if (bundled?.index !== index) bundled = { index, source: createIndexSource(index, readText) }
  return bundled.source

  async function readText(id: string): Promise<string | undefined> {
    const file = index.documents.find((one) => one.id === id)?.file
    return file === undefined ? undefined : (await readSeed(file)).text
  }
}

async function isBundledEnough({ kept, made }: Stores): Promise<boolean> {
  const packs = await kept.getAll('packs')
  if (!packs.some((pack) => pack.no === BUNDLED_NO && isOn(pack))) return false
  const own = packs.filter((pack) => pack.no !== BUNDLED_NO && isOn(pack))
  const first = await Promise.all(
    own.map(({ no }) => kept.getKeyFromIndex('documents', 'pack', rangeOf(no))),
  )
  if (first.every((number) => number === undefined)) return true
  const [all, done] = await Promise.all([
    kept.countFromIndex('documents', 'pack', rangeOf(BUNDLED_NO)),
    made.countFromIndex('done', 'pack', BUNDLED_NO),
  ])
  return all === 0 || done < all
}

const rangeOf = (pack: number) => IDBKeyRange.bound([pack], [pack, []])

/** What questions need of the packs that are on; names are read once for the same packs. */
async function openPacks(): Promise<Open> {
  const [{ kept, made }, { entities }] = await Promise.all([openStores(), loadIndex()])
  const packs = (await kept.getAll('packs')).filter(isOn)
  return { kept, made, packs, seen: await readSeen(), ...knowledgeOf(packs, entities) }
}

type Knowledge = Pick<Open, 'entities' | 'tree' | 'readAct' | 'readAgencies'>
let known: { names: string; knowledge: Knowledge } | undefined

function knowledgeOf(packs: PackRow[], entities: Entity[]): Knowledge {
  const names = packs.map((pack) => pack.names)
  const key = JSON.stringify(names)
  if (known?.names !== key) {
    const all = withOwnEntities(entities, names)
    const tree = new Map(all.map((entity) => [entity.id, entity]))
    known = { names: key, knowledge: { entities: all, tree, ...createReaders(all) } }
  }
  return known.knowledge
}
