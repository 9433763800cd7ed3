import type { Clause } from './detect-actions.ts'
import type { VerbRole } from './lexicon.ts'
import { WORD_FORM } from './lexicon.ts'
import type { WordSense } from './word-table.ts'

/** How far a particle or a `near` word may stand from its verb, in words; sentences are longer. */
const PARTICLE_REACH = 8
const NEAR_REACH = 16

/** An action word at a place, with the reading that fits. */
export type ActionWord = { sense: WordSense; to: number }

/** The action sense of the word at `at` in one of the wanted forms, its conditions met. */
export function actionWordAt(clause: Clause, at: number, forms: number): ActionWord | undefined {
  const token = clause.tokens[at]
  if (!token || at >= clause.to) return undefined
  for (const sense of clause.words.get(token.norm) ?? []) {
    if (sense.lexeme.role !== undefined || (sense.forms & forms) === 0) continue
    if (!sense.rest.every((word, k) => isNext(clause, at + 1 + k, word))) continue
    if (!meetsConditions(clause, at, sense)) continue
    return { sense, to: at + 1 + sense.rest.length }
  }
  return undefined
}

/** Whether the word at `at` has a reading of that role and form. */
export function hasRole(clause: Clause, at: number, role: VerbRole, forms = ~0): boolean {
  const senses = clause.words.get(clause.tokens[at]?.norm ?? '') ?? []
  return senses.some((sense) => sense.lexeme.role === role && (sense.forms & forms) !== 0)
}

function isNext(clause: Clause, at: number, word: string): boolean {
  const token = clause.tokens[at]
  return at < clause.to && token?.norm === word && /^[\s-]+$/.test(token.gap)
}

function meetsConditions(clause: Clause, at: number, sense: WordSense): boolean {
  const { particles, near } = sense.lexeme
  if (particles && !someWithin(clause, at + 1, PARTICLE_REACH, particles)) return false
  if (!near || someWithin(clause, at + 1, NEAR_REACH, near)) return true
  // "the bill was passed by …", "the act, which Congress passed"
  const mayFollow =
    sense.lexeme.kind === 'legislate' &&
    (sense.forms & (WORD_FORM.past | WORD_FORM.participle)) !== 0
  const reach = clause.tokens[at + 1]?.norm === 'by' ? NEAR_REACH / 2 : NEAR_REACH
  return mayFollow && someWithin(clause, at - reach, reach, near)
}

function someWithin(clause: Clause, from: number, count: number, words: string[]): boolean {
  const start = Math.max(clause.from, from)
  const end = Math.min(clause.to, from + count)
  return clause.tokens.slice(start, end).some((token) => words.includes(token.norm))
}
