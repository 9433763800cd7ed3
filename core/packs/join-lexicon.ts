import type { Lexicon, LexiconEntity, NameRule } from '../detect/lexicon.ts'
import { foldText } from '../detect/normalise.ts'
import { governmentOf } from './own-entities.ts'
import { ownId, type NameClash, type OwnName, type OwnNames } from './own-names.ts'

export type JoinedLexicon = { lexicon: Lexicon; clashes: NameClash[] }

/**
 * The bundled lexicon with packs' names. A form that means something else already keeps its meaning,
 * unless the reader has decided otherwise; `clashes` are those without a decision. Without names it is the
 * bundled lexicon itself.
 */
export function joinLexicon(lexicon: Lexicon, packs: OwnNames[]): JoinedLexicon {
  const own = packs.flatMap(({ entities }) => entities)
  if (own.length === 0) return { lexicon, clashes: [] }
  const keep = new Map(
    packs.flatMap(({ choices }) => choices.map(({ form, keep }) => [foldForm(form), keep])),
  )
  const meant = readMeanings(lexicon.entities)
  const clashes: NameClash[] = []
  const added = new Map<string, LexiconEntity>()
  const taken = new Set<string>()
  for (const name of own) {
    const id = ownId(name)
    const forms = formsOf(name).filter((form) => {
      const other = meant.get(foldForm(form))
      if (!other || other.id === id) return true
      const choice = keep.get(foldForm(form))
      if (choice === 'own') taken.add(foldForm(form))
      if (choice === undefined) clashes.push({ form, own: name.name, other })
      return choice === 'own'
    })
    for (const form of forms)
      if (!meant.has(foldForm(form))) meant.set(foldForm(form), { id, name: name.name })
    addForms(added, id, name, forms, lexicon)
  }
  return {
    lexicon: { ...lexicon, entities: joinEntities(lexicon.entities, added, taken) },
    clashes,
  }
}

/** How forms are compared: folded, without regard to case. */
export function foldForm(form: string): string {
  return foldText(form).text.trim().toLowerCase()
}

/** Every form that names an entity surely, and what it names. */
function readMeanings(entities: LexiconEntity[]): Map<string, NameClash['other']> {
  return new Map(
    entities.flatMap(({ id, name, names, roles }) => {
      const forms = [name, ...names.map(formOf), ...Object.values(roles ?? {}).flat()]
      return forms.map((form) => [foldForm(form), { id, name }] as const)
    }),
  )
}

const formOf = (name: string | NameRule) => (typeof name === 'string' ? name : name.form)

function formsOf({ name, aliases, of }: OwnName): string[] {
  return of === undefined ? [name, ...aliases] : aliases
}

function addForms(
  added: Map<string, LexiconEntity>,
  id: string,
  { kind, name, country, of }: OwnName,
  forms: string[],
  { entities }: Lexicon,
): void {
  const known = added.get(id)
  const partOf = kind === 'agency' ? governmentOf(entities, country) : undefined
  added.set(id, {
    id,
    kind,
    name,
    ...(country !== undefined && { country }),
    ...(partOf !== undefined && of === undefined && { partOf }),
    names: [...new Set([...(known?.names ?? []), ...forms])],
  })
}

function joinEntities(
  entities: LexiconEntity[],
  added: Map<string, LexiconEntity>,
  taken: Set<string>,
): LexiconEntity[] {
  const isFree = (form: string) => !taken.has(foldForm(form))
  const bundled = entities.map((entity) => {
    const more = added.get(entity.id)?.names ?? []
    if (more.length === 0 && taken.size === 0) return entity
    const names = entity.names.filter((name) => isFree(formOf(name)))
    return { ...entity, names: [...names, ...more] }
  })
  const ids = new Set(entities.map(({ id }) => id))
  return [...bundled, ...[...added.values()].filter(({ id }) => !ids.has(id))]
}
