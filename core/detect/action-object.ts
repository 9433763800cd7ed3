/** What an agency's verb takes: the noun or the second verb that tells what is done. */

import type { ActionWord } from './action-word.ts'
import { actionWordAt } from './action-word.ts'
import { isPossessive } from './agency-group.ts'
import type { Walk } from './clause-walk.ts'
import type { ActionMatch } from './detect-actions.ts'
import { DETERMINERS } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'

const BANS: ActionMatch['kind'][] = ['ban', 'restrict', 'deny-export', 'lift']
/** How far after a verb the noun that it takes may stand, in words. */
const OBJECT_REACH = 3

/** "ordered full removal": two words that are weak alone are sure together. */
export function takesBan({ clause }: Walk, verb: ActionWord): boolean {
  for (let at = verb.to; at < Math.min(clause.to, verb.to + OBJECT_REACH); at++) {
    if (!/^\s+$/.test(clause.tokens[at]?.gap ?? '')) return false
    const noun = actionWordAt(clause, at, WORD_FORM.noun)?.sense.lexeme
    if (noun) return !noun.needsVerb && BANS.includes(noun.kind)
  }
  return false
}

/** "concluded a settlement", "published its rule": what is published is what is done. */
export function publishedKind({ clause }: Walk, verb: ActionWord): ActionMatch['kind'] {
  const { kind, permits } = verb.sense.lexeme
  // "approved a ban"
  if (kind !== 'report' && !permits) return undefined
  if (!DETERMINERS.has(clause.tokens[verb.to]?.norm ?? '')) return undefined
  const nouns = [verb.to + 1, verb.to + 2].map((at) => actionWordAt(clause, at, WORD_FORM.noun))
  const noun = nouns.find(Boolean)?.sense.lexeme
  return noun && !noun.needsVerb ? noun.kind : undefined
}

/** "must review and block": of two verbs, the one that is sure. */
export function secondVerb({ clause }: Walk, first: ActionWord): ActionWord | undefined {
  if (!first.sense.lexeme.weak || clause.tokens[first.to]?.norm !== 'and') return undefined
  const second = actionWordAt(clause, first.to + 1, first.sense.forms & ~WORD_FORM.noun)
  return second?.sense.lexeme.weak ? undefined : second
}

/** "imposed licence conditions": the last of two nouns is the head. */
export function lastNoun({ clause, at }: Walk): ActionWord | undefined {
  const noun = actionWordAt(clause, at, WORD_FORM.noun)
  const next =
    noun && clause.tokens[noun.to]?.gap === ' '
      ? actionWordAt(clause, noun.to, WORD_FORM.noun)
      : undefined
  return next ?? noun
}

/** What a company may do or have too. */
export const OWNED: ActionMatch['kind'][] = [
  'charge',
  'report',
  'settle',
  'testify',
  'lift',
  'warn',
]

/** "threw out Huawei's lawsuit": the noun is the company's. */
export function isOwned({ clause, at }: Walk): boolean {
  return clause.companies.some(
    (name) =>
      name.to < at && at - name.to <= 2 && isPossessive(clause.tokens, clause.text, name.to),
  )
}
