import type { ActionKind } from '../core/source-index.ts'
import type { Claim } from './claim.ts'

const THE = '\\b(?:the|this|that|its|their) (?:[\\w-]+ ){0,2}?'
const pointer = (nouns: string, after = '') => new RegExp(`${THE}(?:${nouns})\\b${after}`, 'i')

/** Nouns with which a text points back at what it told ("the order", "the military ban"). */
const POINTERS: [RegExp, ActionKind[]][] = [
  [
    pointer(
      'ban|order|move|decision|exclusion|measure|listing|designation|restrictions?|prohibition',
    ),
    ['ban', 'deny-export', 'restrict', 'designate'],
  ],
  [
    pointer('rules?|proposal|draft|requirements|catalogue|guidelines'),
    ['ban', 'restrict', 'legislate'],
  ],
  [
    pointer('warning|testimony|advice|advisory|alert|briefing note|letter|memo|bulletin'),
    ['warn', 'testify'],
  ],
  [
    /\b(?:the|these|at|such|those) (?:[\w-]+ )?(?:allegations?|accusations?|claims|claim|charges)\b/i,
    ['warn', 'testify', 'investigate', 'charge'],
  ],
  [pointer('indictment|charges|complaint'), ['charge']],
  [pointer('bill|legislation|amendment'), ['legislate']],
  [
    pointer('fine|penalty|settlement|payment|charge', '(?! (?:negotiations|talks))'),
    ['fine', 'settle'],
  ],
  [pointer('investigation|probe|inquiry|review'), ['investigate', 'evaluate']],
  [pointer('report'), ['report']],
]

/** Whether a text speaks of "the order" where the claim is one, or of "Pike's bill" where it is his. */
export function pointsAt(text: string, claim: Claim): boolean {
  const named = POINTERS.some(
    ([pattern, kinds]) => kinds.includes(claim.action) && pattern.test(text),
  )
  return (
    named ||
    claim.actors.some(
      (actor) =>
        text.includes(`${surnameOf(actor)}’s bill`.replace('’', "'")) ||
        text.includes(`${surnameOf(actor)}’s bill`),
    )
  )
}

function surnameOf(name: string): string {
  return (
    name
      .replace(/,? (?:Jr|Sr)\.$/, '')
      .split(' ')
      .at(-1) ?? name
  )
}
