import type { ActionWord } from './action-word.ts'
import { actionWordAt } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { isPlace } from './agency-group.ts'
import {
  AUXILIARIES,
  CLAUSE_STARTS,
  DETERMINERS,
  PREPOSITIONS,
  PRO_NOUNS,
} from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'
import type { WordSense } from './word-table.ts'

/** How many words may stand between an agency and the noun that it owns. */
const REACH = 5

/** "the NCSC's warning", "a Commerce Department denial order", "a US import ban". */
export function matchNominal(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const from = group.possessive && clause.tokens[group.to]?.norm === 's' ? group.to + 1 : group.to
  if (/^(?:era|style|like|based|friendly|linked)$/.test(clause.tokens[from]?.norm ?? ''))
    return undefined
  const place = isPlace(group) && !group.possessive
  for (let at = from; at < Math.min(clause.to, from + REACH); at++) {
    const token = clause.tokens[at]
    if (!token || !(at === group.to ? /^[\s-]+$/ : /^(?:[\s"-]+|\) |'s? "?)$/).test(token.gap))
      return undefined
    const word = actionWordAt(clause, at, WORD_FORM.noun)
    // "Huawei's Ottawa office bans smoking": another's verb
    if (word && place && at > from && isPluralVerb(clause, at)) return undefined
    if (
      word &&
      !isPartOfName(clause, word.to) &&
      !isTitle(clause, group, at) &&
      !word.sense.lexeme.needsVerb &&
      !(
        place &&
        word.sense.lexeme.weak &&
        !isOnCompany(clause, word.to) &&
        !isUnder(clause, group)
      ) &&
      (group.possessive || !isVerbHere(clause, at, from, place))
    ) {
      const verb =
        group.possessive && DOING.includes(word.sense.lexeme.kind)
          ? verbAfter(clause, word.to, word.sense.lexeme.kind !== 'report')
          : undefined
      return {
        group,
        from: at,
        to: verb?.to ?? word.to,
        kind: (verb ?? word).sense.lexeme.kind,
        weak: Boolean(word.sense.lexeme.weak),
        modality: 'asserted',
        how: 'nominal',
      }
    }
    const planned = plannedAction(clause, group, at)
    if (planned) return planned
    const isOwn =
      group.possessive ||
      (group.role === 'name' && /^(?:decision|ruling|vote|move|verdict)$/.test(token.norm))
    if (PRO_NOUNS.has(token.norm) && isOwn) {
      const verb = verbAfter(clause, at + 1)
      return {
        group,
        from: at,
        to: verb?.to ?? at + 1,
        kind: verb?.sense.lexeme.kind,
        weak: true,
        modality: 'asserted',
        how: 'nominal',
      }
    }
    if (token.gap !== '-' && isBreak(clause, token.norm)) return undefined
  }
  return undefined
}

/** "the Treasury's sanctions office": the noun tells which part of the agency it is. */
function isPartOfName({ tokens, to }: Clause, at: number): boolean {
  const next = at < to ? tokens[at] : undefined
  return next?.gap === ' ' && /^(?:office|arm|unit|division|team|chief|body|desk)$/.test(next.norm)
}

/** "the Australian Financial Review": a name of its own, where the words around it are small. */
function isTitle({ tokens, to }: Clause, group: AgencyGroup, at: number): boolean {
  const isCapital = (i: number) => /^\p{Lu}\p{Ll}/u.test(tokens[i]?.text ?? '')
  const isSmall = at + 1 < to && /^\p{Ll}/u.test(tokens[at + 1]?.text ?? '')
  return (
    group.role === 'adjective' && at > group.to && isCapital(at) && isCapital(at - 1) && isSmall
  )
}

/** How far after a noun the company that it hits may stand, in words. */
const HIT_REACH = 5

/** "US sanctions against Huawei", "US charges have hurt ZTE"; not "US sanctions on Iran". */
function isOnCompany(clause: Clause, from: number): boolean {
  if (!/^\s+$/.test(clause.tokens[from]?.gap ?? '')) return false
  return clause.companies.some(
    (name) =>
      name.from >= from &&
      name.from - from <= HIT_REACH &&
      !clause.groups.some((one) => one.from >= from && one.from < name.from),
  )
}

/** "Huawei, under US sanctions since 2019". */
function isUnder({ tokens, companies, from }: Clause, group: AgencyGroup): boolean {
  const at = group.from - 1
  if (at < from || tokens[at]?.norm !== 'under') return false
  return companies.some((name) => name.to <= at && at - name.to <= 2)
}

/** A report or a decree does what its verb says. */
const DOING: ActionMatch['kind'][] = ['report', 'restrict']

/** Nouns that take what is to be done with "to". */
export const PLANS =
  /^(?:decision|move|plan|proposal|effort|bid|attempt|push|call|threat|order|request)s?$/
export const DECIDED = /^(?:decision|move|order)s?$/

/** "London's decision to ban", "a US proposal to bar". */
function plannedAction(clause: Clause, group: AgencyGroup, at: number): ActionMatch | undefined {
  const [noun, to] = [clause.tokens[at]?.norm ?? '', clause.tokens[at + 1]]
  if (!PLANS.test(noun) || to?.norm !== 'to' || !/^\s+$/.test(to.gap)) return undefined
  const verb = actionWordAt(clause, at + 2, WORD_FORM.base)
  if (!verb) return undefined
  return {
    group,
    from: at,
    to: verb.to,
    kind: verb.sense.lexeme.kind,
    weak: Boolean(verb.sense.lexeme.weak),
    modality: DECIDED.test(noun) ? 'asserted' : 'proposed',
    how: 'nominal',
  }
}

/** "U.S. bans Huawei": a verb, which the active rule reads better. */
function isVerbHere(clause: Clause, at: number, from: number, place: boolean): boolean {
  const forms = place ? WORD_FORM.third : WORD_FORM.third | WORD_FORM.base
  const verb = actionWordAt(clause, at, forms)
  if (!verb || at > from) return false
  // "under US sanctions Huawei has lost"
  if (place && PREPOSITIONS.has(clause.tokens[from - 2]?.norm ?? '')) return false
  const next = clause.tokens[at + 1]
  const isNoun = next === undefined || PREPOSITIONS.has(next.norm) || AUXILIARIES.has(next.norm)
  if (place) return !isNoun
  // "the PTS ban on", "an FCC rule barring"; "officials warn of" and "the NCSC warn the" are verbs
  if ((verb.sense.forms & WORD_FORM.base) === 0 || isPlural(clause, from)) return true
  return !isNoun && (DETERMINERS.has(next.norm) || next.norm === 'that')
}

/** A form that is a plural noun or a verb, and what follows tells that it is a verb. */
function isPluralVerb(clause: Clause, at: number): boolean {
  if (!actionWordAt(clause, at, WORD_FORM.third)) return false
  const next = clause.tokens[at + 1]
  return (
    next !== undefined &&
    at + 1 < clause.to &&
    /^\s+$/.test(next.gap) &&
    !PREPOSITIONS.has(next.norm) &&
    !AUXILIARIES.has(next.norm)
  )
}

/** "officials", "lawmakers": several act, so that the plain form may be their verb. */
function isPlural(clause: Clause, groupEnd: number): boolean {
  return /[^sS]s$/.test(clause.tokens[groupEnd - 1]?.text ?? '')
}

/** How far after a noun the verb that it is the subject of may stand, in words. */
const VERB_REACH = 5

/** "the FCC's vote on Friday bars": what the decision does. */
export function verbAfter(clause: Clause, from: number, isSure = false): ActionWord | undefined {
  for (let at = from; at < Math.min(clause.to, from + VERB_REACH); at++) {
    if (!/^\s+$/.test(clause.tokens[at]?.gap ?? '')) return undefined
    const verb = actionWordAt(clause, at, WORD_FORM.third | WORD_FORM.past)
    if (verb && !(isSure && verb.sense.lexeme.weak)) return verb
  }
  return undefined
}

function isBreak(clause: Clause, norm: string): boolean {
  if (
    PREPOSITIONS.has(norm) ||
    AUXILIARIES.has(norm) ||
    CLAUSE_STARTS.has(norm) ||
    DETERMINERS.has(norm)
  )
    return true
  if (norm === 'and' || norm === 'or') return true
  const senses = clause.words.get(norm) ?? []
  const isHelper = senses.some(
    ({ lexeme, forms }) =>
      (lexeme.role === 'light' || lexeme.role === 'say') && forms !== WORD_FORM.base,
  )
  return isHelper || isFiniteOnly(senses)
}

/** "lifts", "banned": a verb that cannot be a noun. */
function isFiniteOnly(senses: WordSense[]): boolean {
  const forms = senses.reduce((all, one) => all | one.forms, 0)
  return (forms & (WORD_FORM.third | WORD_FORM.past)) !== 0 && (forms & WORD_FORM.noun) === 0
}
