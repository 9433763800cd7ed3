import { causeSources, OTHER_SCRIPTS } from './cause-pattern.ts'
import type { Lexicon } from './lexicon.ts'
import { nearNames } from './near-names.ts'

/**
 * The source of `virtual:cause-patterns`: what a script on a page needs of the lexicon, ready-made.
 * Patterns are literals, which compile in half the time that a pattern made from strings takes; what
 * many pages never need is text, parsed when it is needed. `never` stands in the patterns behind a
 * name that it can never get past: a benchmark makes them new with it.
 */
export function causeModule(lexicon: Lexicon, never = ''): string {
  const { names, plain, wide } = causeSources(lexicon)
  const tail = never === '' ? '' : `|ZTE${never}`
  const text = (value: unknown) => JSON.stringify(JSON.stringify(value))
  return [
    `export const NAMES = /${names}${tail}/`,
    `export const PLAIN = /${plain}${tail}/g`,
    `export const SCRIPTS = /${OTHER_SCRIPTS}/`,
    `export const WIDE = /${wide}/g`,
    `export const readNearNames = () => JSON.parse(${text(nearNames(lexicon))})`,
  ].join('\n')
}
