import type { LexiconEntity, NameRole, NameRule } from './lexicon.ts'

/** Every written form of an entity, in all its roles. */
export function nameRules({ names, roles = {} }: LexiconEntity): NameRule[] {
  const plain = names.map((name) => (typeof name === 'string' ? { form: name } : name))
  const others = Object.entries(roles).flatMap(([role, forms]) =>
    forms.map((form): NameRule => ({ form, role: role as NameRole })),
  )
  return [...plain, ...others]
}
