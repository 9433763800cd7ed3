/** What an act is about, where its own verb does not tell: "put ZTE in the same category". */

import { actionWordAt } from './action-word.ts'
import type { Clause } from './detect-actions.ts'
import type { Cue } from './lexicon.ts'
import type { ActionKind } from '../source-index.ts'

/** Cues by their first word. */
export type CueTable = Map<string, { rest: string[]; kind: ActionKind; rank: number }[]>

export function createCueTable(cues: Cue[]): CueTable {
  const table: CueTable = new Map()
  cues.forEach(({ kind, words }, rank) => {
    for (const phrase of words) {
      const [first = '', ...rest] = phrase.split(' ')
      table.set(first, [...(table.get(first) ?? []), { rest, kind, rank }])
    }
  })
  return table
}

/** How far an act's content is read, in words. */
const CONTENT_REACH = 30

/** The kind of the first sure action word from a position on, else of the cue that ranks highest. */
export function contentKind(clause: Clause, from: number): ActionKind | undefined {
  const to = Math.min(contentEnd(clause, from), from + CONTENT_REACH)
  return sureKind(clause, from, to) ?? cueKind(clause, from, to)
}

/** The kind of the first sure action word in a stretch. */
export function sureKind(clause: Clause, from: number, to: number): ActionKind | undefined {
  for (let at = from; at < to; at++) {
    const lexeme = actionWordAt(clause, at, ~0)?.sense.lexeme
    if (lexeme?.permits && isDenied(clause, at)) return 'ban'
    if (!lexeme || lexeme.weak || lexeme.permits) continue
    return isEnded(clause, at, lexeme.kind) ? 'lift' : lexeme.kind
  }
  return undefined
}

/** How far before a ban the verb that ends it may stand, in words ("lifted a three-month-long ban"). */
const END_REACH = 6
const ENDED =
  /^(?:lift|eas|relax|remov|end|revers|drop|scrap|waiv|rescind)(?:s|e|es|ed|ped|ing|ping)?$/
const BANS: (ActionKind | undefined)[] = ['ban', 'restrict', 'deny-export']

/** "lifted its ban": what was done away with. */
function isEnded({ tokens, from }: Clause, at: number, kind: ActionKind | undefined): boolean {
  if (!BANS.includes(kind)) return false
  return tokens.slice(Math.max(from, at - END_REACH), at).some(({ norm }) => ENDED.test(norm))
}

/** "will not allow", "would no longer be allowed". */
function isDenied({ tokens, from }: Clause, at: number): boolean {
  const before = tokens.slice(Math.max(from, at - 3), at)
  return before.some(({ norm }) => /^(?:not|never|longer|neither)$/.test(norm))
}

/** "local governments" are no allies. */
function isAtHome(before: string): boolean {
  return /^(?:local|state|city|municipal|provincial|regional)$/.test(before)
}

function contentEnd({ tokens, to }: Clause, from: number): number {
  for (let at = from + 1; at < to; at++) if (/;/.test(tokens[at]?.gap ?? '')) return at
  return to
}

function cueKind(
  { tokens, cues, groups }: Clause,
  from: number,
  to: number,
): ActionKind | undefined {
  let best: { kind: ActionKind; rank: number } | undefined
  for (let at = from; at < to; at++) {
    if (groups.some((one) => one.from <= at && at < one.to)) continue
    for (const cue of cues.get(tokens[at]?.norm ?? '') ?? []) {
      if (best && best.rank <= cue.rank) continue
      if (cue.kind === 'urge-allies' && isAtHome(tokens[at - 1]?.norm ?? '')) continue
      if (cue.rest.every((word, k) => tokens[at + 1 + k]?.norm === word)) best = cue
    }
  }
  return best?.kind
}
