import { isTopicAt } from './topic.ts'

/** Patterns that find too much and never too little; see `cause-pattern.ts`. */
export type CausePatterns = {
  /** Names in plain letters, and phrases about the field as its group; global. */
  plain: RegExp
  /** Of a large lexicon: where a name may begin that `plain` does not spell. */
  startsIn?: ((text: string) => number[]) | undefined
  /**
   * Names in other letters, and what may hide one; its one group is what has no width. Global, and made
   * when it is needed.
   */
  wide: () => RegExp
  /** Whether a text holds letters of other scripts at all; most hold none. */
  scripts: RegExp
}

/** Where a text may concern us: offsets of all finds, in order. */
export function findCause(text: string, patterns: CausePatterns): number[] {
  'use eager'
  const { plain, startsIn, wide, scripts } = patterns
  const places: number[] = []
  plain.lastIndex = 0
  for (let hit = plain.exec(text); hit; hit = plain.exec(text)) places.push(hit.index)
  const more = startsIn?.(text) ?? []
  if (scripts.test(text)) for (const { index } of text.matchAll(wide())) more.push(index)
  return more.length === 0 ? places : [...new Set([...places, ...more])].sort((a, b) => a - b)
}

/** Whether a text names a company, or speaks of Chinese telecom equipment, as far as patterns tell. */
export function givesCause(text: string, patterns: CausePatterns): boolean {
  'use eager'
  const { plain, startsIn, wide, scripts } = patterns
  const other = scripts.test(text) ? wide().exec(text) : null
  const hides = other?.[1] !== undefined
  if (other && !hides) return true
  const shown = hides ? withoutHidden(text) : text
  plain.lastIndex = 0
  for (let hit = plain.exec(shown); hit; hit = plain.exec(shown)) {
    if (hit[1] === undefined || isTopicAt(shown, hit.index)) return true
  }
  if (startsIn && startsIn(shown).length > 0) return true
  return hides && wide().test(shown)
}

/** What has no width may stand in a name; where there is such, a text is compared without. */
function withoutHidden(text: string): string {
  return text.replace(/[\xad\u200b-\u200f\u2060-\u2064\ufeff]/g, '')
}
