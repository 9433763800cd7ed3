import { actionWordAt, hasRole } from './action-word.ts'
import { tellsInPassing } from './aside.ts'
import type { Walk } from './clause-walk.ts'
import { isExample } from './clause-subject.ts'
import type { Clause } from './detect-actions.ts'
import { ADVERBS, AUXILIARIES, HAVE, TIME_STARTS } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'

/** Punctuation: brackets and asides are skipped, the rest ends the clause. */
export function crossGap(walk: Walk, gap: string): 'ok' | 'skipped' | 'stop' {
  const opensAside = walk.at === walk.group.to && / - /.test(gap)
  if (
    (/^[\s'$€£%-]*$/.test(gap) && !opensAside) ||
    (walk.at === walk.group.to && /^\.?"?\)\s*$/.test(gap))
  )
    return 'ok'
  if (/;/.test(gap)) return resumesVerb(walk)
  if (/^:\s+$/.test(gap)) return opensList(walk)
  if (/[!?]/.test(gap)) return 'stop'
  // full stops inside a sentence belong to abbreviations ("Govt.")
  if (/^\.\s*$/.test(gap)) return 'ok'
  if (gap.includes('(')) return skipAside(walk, /\)/)
  if (/^,\s+$/.test(gap) && walk.at === walk.group.to && isRelative(walk)) return 'ok'
  if (/,|\u2014| - /.test(gap))
    return walk.begun
      ? crossComma(walk)
      : closesAside(walk)
        ? 'ok'
        : skipAside(walk, /,|\u2014| - /)
  return /^["'\s)\]]*$/.test(gap) && !/"/.test(gap)
    ? 'ok'
    : /^\s*["]\s*$/.test(gap) && (walk.begun || isScareQuote(walk))
      ? 'ok'
      : 'stop'
}

/** `was "issuing guidance"`: a word or two in quotation marks, not a sentence. */
function isScareQuote({ clause, group, at }: Walk): boolean {
  return at > group.to && /^[a-z]/.test(clause.tokens[at]?.text ?? '')
}

/** "Australia: banned": a list of who did what. */
function opensList({ clause, group, at }: Walk): 'ok' | 'stop' {
  const isHead = group.from === clause.from && at === group.to
  return isHead && actionWordAt(clause, at, WORD_FORM.past) ? 'ok' : 'stop'
}

/** "the FCC, which banned": what follows is what it did; ", which is part of X," is an aside. */
function isRelative({ clause, at }: Walk): boolean {
  if (!/^(?:which|who)$/.test(clause.tokens[at]?.norm ?? '') || tellsInPassing(clause, at))
    return false
  for (let i = at + 1; i < Math.min(clause.to, at + RELATIVE_REACH); i++) {
    if (!/^\s+$/.test(clause.tokens[i]?.gap ?? '')) return false
    if (actionWordAt(clause, i, WORD_FORM.third | WORD_FORM.past | WORD_FORM.base)) return true
    if (HAVE.has(clause.tokens[at + 1]?.norm ?? '') && actionWordAt(clause, i, WORD_FORM.noun))
      return true
  }
  return false
}

/** How far into a relative clause its action may stand, in words ("who agreed to spare"). */
const RELATIVE_REACH = 5

/** "the regulator, the FTC, is investigating": the agency itself stands in the aside. */
function closesAside({ clause, group, at }: Walk): boolean {
  if (at !== group.to || !beginsVerb(clause, at)) return false
  if (isExample(clause, group)) return true
  // "Ian Levy, the director of the NCSC, warned"
  if (group.person && clause.text.slice(group.start, group.end).includes(',')) return true
  const before = [clause.tokens[group.from], clause.tokens[group.from - 1]]
  return before.some((token) => /,|\u2014| - /.test(token?.gap ?? ''))
}

/** A verb, perhaps behind adverbs; "citing" and "long silent" begin an aside. */
function beginsVerb(clause: Clause, from: number): boolean {
  const { tokens } = clause
  let at = from
  while (ADVERBS.has(tokens[at]?.norm ?? '') || tokens[at]?.norm.endsWith('ly')) at++
  return isVerbish(clause, at) && !tokens[at]?.norm.endsWith('ing')
}

/** After the verb, only a participle or a second verb goes on with the same subject ("reverses course, orders"). */
function crossComma(walk: Walk): 'ok' | 'stop' {
  // "bases around the world, citing": the agency's things, not the agency
  if (walk.pluralNoun) return 'stop'
  const { clause, at } = walk
  const next = clause.tokens[at]?.norm === 'and' ? at + 1 : at
  const word = actionWordAt(clause, next, WORD_FORM.gerund | WORD_FORM.past | WORD_FORM.third)
  if (word || hasRole(clause, next, 'light', WORD_FORM.gerund)) {
    walk.at = next
    walk.unknown = 0
    walk.afterPreposition = true
    return 'ok'
  }
  return 'stop'
}

/** "drops its plan; bans": the same subject goes on. */
function resumesVerb(walk: Walk): 'ok' | 'stop' {
  if (!actionWordAt(walk.clause, walk.at, WORD_FORM.third | WORD_FORM.past)) return 'stop'
  walk.begun = walk.light = walk.passive = false
  return 'ok'
}

/** Longest aside in words ("the telecom regulator", "which is part of …"). */
const ASIDE = 16

function skipAside(walk: Walk, closing: RegExp): 'skipped' | 'stop' {
  const { clause } = walk
  for (let i = walk.at + 1; i <= Math.min(clause.to - 1, walk.at + ASIDE); i++) {
    const gap = clause.tokens[i]?.gap ?? ''
    if (/[;!?]|\.\s/.test(gap)) return 'stop'
    if (!closing.test(gap)) continue
    if (!isVerbish(clause, i)) continue
    walk.at = i
    walk.asideEnd = i
    return 'skipped'
  }
  return 'stop'
}

function isVerbish(clause: Clause, at: number): boolean {
  const norm = clause.tokens[at]?.norm ?? ''
  if (AUXILIARIES.has(norm) || ADVERBS.has(norm) || TIME_STARTS.has(norm)) return true
  if (norm.endsWith('ly')) return true
  return (
    Boolean(actionWordAt(clause, at, ~WORD_FORM.noun)) ||
    hasRole(clause, at, 'light') ||
    hasRole(clause, at, 'say')
  )
}
