import type { EntityId } from '../core/source-index.ts'

/** What an agency may be called after it was named: "the bureau", "the agency", "its director". */
const CALLED =
  /\b(?:the|that|this) (?:same |[a-z]+ )?(agency|regulator|watchdog|bureau|commission|department|directorate|service|panel|committee|board|cent(?:er|re)|ministry|authority|office|council|ministers?|regulator|administration)(?:[’']s)?\b(?! of\b)/gi
/** What an agency does on its own, hardly a company. */
const IT_ACTS =
  /^It (?:is|was) (?:(?:now|also|still) )?(?:evaluating|reviewing|examining|assessing)\b/
/** Further back than this many passages, a name is no longer meant. */
const REACH = 4
/** Nouns that may stand for any agency; the others must be part of its name or its class. */
const ANY = /^(?:agency|regulator|watchdog|authority|service)$/

/**
 * The agencies that "the bureau" or "the agency" mean in each passage of a document, beside those
 * that it names itself. `wordsOf`: an agency's names and classes, in small letters.
 */
export function resolveAgencies(
  passages: { text: string; named: EntityId[] }[],
  wordsOf: (id: EntityId) => string,
): EntityId[][] {
  let recent: { agency: EntityId; index: number }[] = []
  return passages.map(({ text, named }, index) => {
    const near = recent.filter((one) => index - one.index <= REACH).map(({ agency }) => agency)
    const meant = [...text.matchAll(CALLED)].flatMap(([phrase, noun = '']) => {
      const word = noun.toLowerCase().replace('center', 'centre')
      if (named.some((id) => wordsOf(id).includes(word))) return []
      // "The same agency" may stand far below its name.
      const known = / same /.test(phrase) ? recent.map(({ agency }) => agency) : near
      const called = known.find((id) => wordsOf(id).includes(word === 'panel' ? 'committee' : word))
      return called ?? (ANY.test(word) ? (known[0] ?? []) : [])
    })
    // "It is reviewing …" goes on about the one agency of the sentence before.
    const [sole, ...others] = recent.filter((one) => one.index === index - 1)
    const goesOn = sole && others.length === 0 && IT_ACTS.test(text) ? [sole.agency] : []
    const fresh = named.toReversed().map((agency) => ({ agency, index }))
    recent = [...fresh, ...recent.filter(({ agency }) => !named.includes(agency))]
    return [...new Set([...meant, ...goesOn])]
  })
}
