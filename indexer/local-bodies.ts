import type { EntityId } from '../core/source-index.ts'
import type { FoundEntity } from './find-entities.ts'
import type { Knowledge } from './knowledge.ts'

/** "the Home Ministry", "the health ministry": a body of the government at home. */
const MINISTRY = /(?<=^|[.,;:] |\b[Tt]he )(?:[\p{L}-]+ ){0,2}[Mm]inistry\b(?! of| in \p{Lu})/gu
/** "MPs", "the Commons": the parliament at home. */
const LAWMAKERS =
  /(?<![\p{L}’'] )\bMPs\b|\bMPs (?=on|from|of)\b|\bthe Commons\b|\bHouse of Commons\b/gu
/** "the Czech cyber agency": what an agency is, instead of its name. */
const DESCRIBED =
  /\b(\p{Lu}\p{L}+) (?:\p{Ll}+ ){0,2}(agency|watchdog|regulator|authority|service)\b/gu

/**
 * Bodies that a document means without their names, found by what they are: by the country at home
 * (`home`, undefined where nothing tells it) or by the country named beside them.
 */
export function findLocalBodies(
  words: string,
  home: EntityId | undefined,
  { findAgencies, hierarchy, wordsOf }: Knowledge,
  named: EntityId[],
): FoundEntity[] {
  const place = ({ 0: phrase, index }: RegExpExecArray, entity: EntityId | undefined) =>
    entity === undefined ? [] : [{ entity, start: index, end: index + phrase.length }]
  const parliament = home === undefined ? undefined : hierarchy.parliament(home)
  const ministry = (phrase: string) => {
    const field = phrase.trim().replace(/ ?ministry$/i, '')
    // "the Chinese commerce ministry" is not at home.
    const [abroad] = findAgencies(`${field.split(' ')[0]} government`)
    if (abroad) return abroad.entity
    const forms = [`Ministry of ${field}`, `Ministry of ${field} Affairs`]
    const found = home === undefined ? [] : forms.flatMap((form) => findAgencies(form))
    const own = found.find(
      ({ entity }) => home && hierarchy.country(entity) === hierarchy.country(home),
    )
    return own?.entity ?? home
  }
  const described = (country: string, noun: string) => {
    const [government] = findAgencies(`${country} government`)
    if (!government || hierarchy.country(government.entity) === 'CN') return undefined
    const own = named.filter(
      (id) => hierarchy.line(id).includes(government.entity) && wordsOf(id).includes(noun),
    )
    return own[0]
  }
  // Most words name no ministry, and this is asked of every sentence.
  const ministries = words.includes('inistry') ? [...words.matchAll(MINISTRY)] : []
  return [
    ...ministries.flatMap((match) => place(match, ministry(match[0]))),
    ...[...words.matchAll(LAWMAKERS)].flatMap((match) => place(match, parliament)),
    ...[...words.matchAll(DESCRIBED)].flatMap((match) =>
      place(match, described(match[1] ?? '', match[2] ?? '')),
    ),
  ]
}
