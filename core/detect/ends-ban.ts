import { actionWordAt } from './action-word.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { DETERMINERS } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'

const ENDING =
  /^(?:(?:end|lift|revers|remov|eas|drop|scrap|withdr|rescind|overturn|relax|suspend|waiv|revok|cancel|loosen|soften)(?:s|e|es|ed|led|ped|ew|aw|aws|awn|ing|ping|ling|awing)?|undo|undid|undone)$/
/** How far before the noun that verb may stand, in words ("lifted its seven-year ban"). */
const ENDING_REACH = 4
const BANS: ActionMatch['kind'][] = ['ban', 'restrict', 'deny-export']

/** Whether a ban is done away with: "ended the ban", "the removal of the ban by". */
export function endsBan(clause: Clause, match: ActionMatch): boolean {
  if (match.how === 'passive') return endsBefore(clause, match)
  if (!match.isNoun) return endsBanned(clause, match)
  if (!BANS.includes(match.kind)) return false
  // "issued an order terminating the denial order"
  if (/^(?:terminat|lift|end|remov|rescind|revok)ing$/.test(clause.tokens[match.to]?.norm ?? ''))
    return true
  const from = Math.max(match.group.to, match.from - ENDING_REACH)
  return clause.tokens
    .slice(from, match.from)
    .some(({ norm }, i) => ENDING.test(norm) && !isAttribute(clause, from + i))
}

/** "the removal of the ban by the department". */
function endsBefore({ tokens, from }: Clause, match: ActionMatch): boolean {
  if (!BANS.includes(match.kind)) return false
  const [end, of] = [tokens[match.from - 3]?.norm ?? '', tokens[match.from - 2]?.norm]
  return (
    match.from - 3 >= from && of === 'of' && /^(?:removal|lifting|end|easing|suspension)$/.test(end)
  )
}

/** "activated the suspended order": a participle that tells which order, not what is done to it. */
function isAttribute({ tokens }: Clause, at: number): boolean {
  return DETERMINERS.has(tokens[at - 1]?.norm ?? '') && /ed$/.test(tokens[at]?.norm ?? '')
}

/** "suspended the denial order": the verb is an action word itself. */
function endsBanned(clause: Clause, { how, from, to }: ActionMatch): boolean {
  if (how !== 'active' || !ENDING.test(clause.tokens[from]?.norm ?? '')) return false
  for (let at = to; at < Math.min(clause.to, to + ENDING_REACH); at++) {
    if (!/^[\s-]+$/.test(clause.tokens[at]?.gap ?? '')) return false
    const noun = actionWordAt(clause, at, WORD_FORM.noun)
    if (noun) return BANS.includes(noun.sense.lexeme.kind)
  }
  return false
}
