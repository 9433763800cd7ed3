import { createAgencyReader } from './agency-tree.ts'
import { readKinds } from './kind-words.ts'
import { spellNames } from './spell-names.ts'
import type { ActionKind, Entity, EntityId } from '../source-index.ts'

/** Who acts and what is done, as far as that is known; either may be empty. */
export type Act = { agencies: EntityId[]; kinds: ActionKind[] }

/**
 * Reads what act a company's sentence may tell: the agencies that it names, else the countries that
 * it names as actors, and the words for kinds of action. A guess: good for an order, not for a promise.
 */
export function createActReader(entities: Entity[]): (sentence: string) => Act {
  const readAgencies = createAgencyReader(entities)
  const governments = entities.flatMap((entity) => {
    const pattern = countryPattern(entity)
    return pattern ? [{ id: entity.id, pattern }] : []
  })
  const chinese = new Set(entities.filter(({ country }) => country === 'CN').map(({ id }) => id))
  return (sentence) => {
    const spelled = spellNames(sentence)
    const named = readAgencies(sentence)
    const acting = governments.filter(({ pattern }) => pattern.test(spelled)).map(({ id }) => id)
    const agencies = (named.length > 0 ? named : acting).filter((id) => !chinese.has(id))
    return { agencies, kinds: readKinds(sentence) }
  }
}

/** Short names, as `spellNames` leaves them, of countries that go by several. */
const SHORT_NAMES: Record<string, string[]> = {
  US: ['America', 'American', 'Washington'],
  GB: ['Britain', 'British', 'London'],
}
const regions = new Intl.DisplayNames('en', { type: 'region' })

/** A country's name where it may act: not in "sold in Canada". `undefined` for other entities. */
function countryPattern({ kind, country, partOf, name }: Entity): RegExp | undefined {
  if (kind !== 'agency' || country === undefined || partOf !== undefined) return undefined
  const own = [regions.of(country) ?? country, name.replace(/ government$/, '')]
  const names = [...own, ...(SHORT_NAMES[country] ?? [])].map((one) => one.replace(/\W/g, '.'))
  return new RegExp(
    `(?<!\\b(?:in|across|from|throughout|to)(?: the)? )\\b(?:${names.join('|')})(?!\\w)`,
  )
}
