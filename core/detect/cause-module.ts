import { causeSources } from './cause-pattern.ts'
import type { Lexicon } from './lexicon.ts'
import { nearNames } from './near-names.ts'

/**
 * The source of `virtual:cause-patterns`: what a script on a page needs of the lexicon, ready-made.
 * Patterns are literals, which compile in half the time that a pattern made from strings takes.
 * `never` stands in the patterns behind what it can never get past: a benchmark makes them new with it,
 * because the browser remembers patterns that it has compiled.
 */
export function causeModule(lexicon: Lexicon, never = ''): string {
  const { plain, starts, scripts, wide } = causeSources(lexicon)
  const literal = (source: string) => (never === '' ? source : `(?:${source})(?:|${never})`)
  return [
    `export const PLAIN = /${literal(plain)}/g`,
    `export const STARTS = ${starts ? JSON.stringify(starts) : 'undefined'}`,
    `export const SCRIPTS = /${literal(scripts)}/`,
    `export const makeWide = () => /${literal(wide)}/g`,
    `export const NEAR_NAMES = ${JSON.stringify(nearNames(lexicon))}`,
  ].join('\n')
}
