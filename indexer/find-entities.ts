import type { Entity, EntityId, Span } from '../core/source-index.ts'

/** A name of an entity in a text. */
export type FoundEntity = Span & { entity: EntityId }

type Alias = { form: string; folded: string; entity: EntityId }

/**
 * A finder of all names of `entities` in a text, longest name first, inside word boundaries. What a
 * name has in capitals must be capital in the text too: "Representative" is not "representative".
 */
export function createEntityFinder(entities: Entity[]): (text: string) => FoundEntity[] {
  const byStart = new Map<string, Alias[]>()
  for (const entity of entities) {
    for (const alias of [entity.name, ...entity.aliases]) addAlias(byStart, alias, entity.id)
  }
  for (const list of byStart.values()) list.sort((a, b) => b.folded.length - a.folded.length)
  return (text) => findAll(text, byStart)
}

function addAlias(byStart: Map<string, Alias[]>, alias: string, entity: EntityId): void {
  const folded = fold(alias)
  const key = /^[\p{L}\p{N}]+/u.exec(folded)?.[0]
  if (key === undefined) return
  const list = byStart.get(key)
  if (list) list.push({ form: alias, folded, entity })
  else byStart.set(key, [{ form: alias, folded, entity }])
}

function findAll(text: string, byStart: Map<string, Alias[]>): FoundEntity[] {
  const folded = fold(text)
  const found: FoundEntity[] = []
  let end = 0
  for (const word of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.index < end) continue
    const alias = byStart.get(word[0])?.find((one) => stands(text, folded, word.index, one))
    if (!alias) continue
    end = word.index + alias.folded.length
    found.push({ entity: alias.entity, start: word.index, end })
  }
  return found
}

function stands(text: string, folded: string, at: number, alias: Alias): boolean {
  const end = at + alias.folded.length
  if (!folded.startsWith(alias.folded, at) || /[\p{L}\p{N}]/u.test(folded[end] ?? '')) return false
  return keepsCapitals(text.slice(at, end), alias.form)
}

function keepsCapitals(written: string, form: string): boolean {
  for (let i = 0; i < form.length; i++) {
    const letter = form[i] ?? ''
    if (letter !== letter.toLowerCase() && written[i] !== letter) return false
  }
  return true
}

/** Lower case without changing any offset: what lower-casing would lengthen stays as it is. */
function fold(text: string): string {
  const lower = text.toLowerCase().replace(/’/g, "'")
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (c) => c.toLowerCase())
}
