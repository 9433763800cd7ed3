import { createDetector } from '../../core/detect/detect.ts'
import type { Lexicon } from '../../core/detect/lexicon.ts'
import { joinLexicon } from '../../core/packs/join-lexicon.ts'
import { OWN, type NameClash, type OwnNames } from '../../core/packs/own-names.ts'
import { markOf } from '../../core/page-report.ts'
import { checkNames } from '../../core/packs/pack-file.ts'
import type { PackId } from '../../core/packs/pack.ts'
import { isOn } from './kept-db.ts'
import { hasKept } from './has-kept.ts'
import { changePack } from './library-packs.ts'
import type { NameMark } from './source-library.ts'
import { openStores } from './stores.ts'

/** The lexicon is large, and only the editor of names needs it here. */
async function loadLexicon(): Promise<Lexicon> {
  const { default: text } = await import('../../data/lexicon.json?raw')
  return JSON.parse(text) as Lexicon
}

export async function setNames(pack: PackId, names: OwnNames): Promise<void> {
  const fault = checkNames(names)
  if (fault) throw new Error(`${fault.where}: ${fault.what}`)
  await changePack(pack, { names })
}

export async function findPackClashes(pack: PackId, names: OwnNames): Promise<NameClash[]> {
  const lexicon = await loadLexicon()
  const others = await namesOfOthers(pack)
  const { clashes } = joinLexicon(lexicon, [...others.map(({ names: own }) => own), names])
  const brought = new Map<string, string>(
    others.flatMap(({ name, names: own }) =>
      own.entities.map((entity) => [`${OWN}${entity.name}`, name] as const),
    ),
  )
  const own = new Set(names.entities.map(({ name }) => name))
  return clashes
    .filter((clash) => own.has(clash.own))
    .map((clash) => {
      const from = brought.get(clash.other.id)
      return from === undefined ? clash : { ...clash, other: { ...clash.other, pack: from } }
    })
}

export async function testNames(pack: PackId, names: OwnNames, text: string): Promise<NameMark[]> {
  const lexicon = await loadLexicon()
  const others = await namesOfOthers(pack)
  const joined = joinLexicon(lexicon, [...others.map(({ names: own }) => own), names]).lexicon
  const nameOf = new Map(joined.entities.map(({ id, name }) => [id, name]))
  return createDetector(joined)
    .detectMentions(text)
    .map((mention) => {
      const { start, end } = mention
      const id = mention.kind === 'company' ? mention.company : mention.agency
      return { start, end, kind: markOf(mention), name: nameOf.get(id) ?? id }
    })
}

async function namesOfOthers(pack: PackId) {
  if (!(await hasKept())) return []
  const { kept } = await openStores()
  const packs = await kept.getAll('packs')
  return packs.filter((one) => isOn(one) && one.id !== pack && one.names.entities.length > 0)
}
