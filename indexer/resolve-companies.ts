import type { EntityId } from '../core/source-index.ts'

const BOTH =
  /\b(?:both|the two|these|those|the|two) (?:chinese )?(?:telecoms? |tech(?:nology)? |equipment )*(?:companies|firms|vendors|manufacturers|giants)\b/i
const ONE =
  /\b(?:the|this|that) (?:chinese |shenzhen-based )?(?:telecoms? |tech(?:nology)? |equipment |smartphone )*(?:company|firm|vendor|manufacturer|giant|phone ?maker)(?:[’']s)?\b/i

/** Further back than this many passages, a name is no longer what "the company" means. */
const REACH_OF_ONE = 2
const REACH_OF_BOTH = 4

type Named = { company: EntityId; index: number }

/**
 * Which companies each passage of a document concerns: those that it names, and those that "the
 * company", "both firms" and the like mean, read from the passages just before. Ids are sorted.
 */
export function resolveCompanies(passages: { text: string; named: EntityId[] }[]): EntityId[][] {
  let recent: Named[] = []
  return passages.map(({ text, named }, index) => {
    const meant = meantBy(text, named, recent, index)
    // Only a name renews what can be meant, so that a chain of "the company" does not run on.
    const fresh = named.map((company) => ({ company, index })).toReversed()
    recent = [...fresh, ...recent.filter(({ company }) => !named.includes(company))]
    return [...new Set([...named, ...meant])].sort()
  })
}

function meantBy(text: string, named: EntityId[], recent: Named[], index: number): EntityId[] {
  const within = (reach: number) =>
    recent.filter((one) => index - one.index <= reach).map(({ company }) => company)
  if (BOTH.test(text)) return named.length < 2 ? within(REACH_OF_BOTH).slice(0, 2) : []
  return named.length === 0 && ONE.test(text) ? within(REACH_OF_ONE).slice(0, 1) : []
}
