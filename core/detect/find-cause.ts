import { TOPIC } from './topic.ts'

/** Patterns that find too much and never too little; see `cause-pattern.ts`. */
export type CausePatterns = {
  /** Names in plain letters, and phrases about the field as its group; global. */
  plain: RegExp
  /** Of a large lexicon: whether a name may begin at a place where `plain` finds a single letter. */
  mayStart?: ((text: string, at: number) => boolean) | undefined
  /** Names in other letters, and what may hide one. */
  others?: {
    /** Whether a text holds letters of other scripts at all. */
    scripts: RegExp
    /** Made when it is needed: most pages need none. Global. */
    pattern: () => RegExp
  }
}

/** Where a text may concern us: offsets of all finds, in order. */
export function findCause(text: string, patterns: CausePatterns): number[] {
  const { plain, mayStart, others } = patterns
  const places: number[] = []
  plain.lastIndex = 0
  for (let hit = plain.exec(text); hit; hit = plain.exec(text))
    if (hit[0].length > 1 || !mayStart || mayStart(text, hit.index)) places.push(hit.index)
  if (!others?.scripts.test(text)) return places
  for (const { index } of text.matchAll(others.pattern())) places.push(index)
  return places.sort((a, b) => a - b)
}

/** What a name may hide; a text that has such characters is compared without them. */
const HIDDEN = /[\xad\u200b-\u200f\u2060-\u2064\ufeff]/g

/** A phrase about the field is looked for so many characters before and behind one of its words. */
const PHRASE_REACH = 300

/** Whether a text names a company, or speaks of Chinese telecom equipment, as far as patterns tell. */
export function givesCause(text: string, { plain, mayStart, others }: CausePatterns): boolean {
  const wide = others?.scripts.test(text) ? others.pattern() : undefined
  const shown = wide ? text.replace(HIDDEN, '') : text
  plain.lastIndex = 0
  for (let hit = plain.exec(shown); hit; hit = plain.exec(shown)) {
    const [found, phrase] = hit
    if (phrase === undefined && (!mayStart || found.length > 1)) return true
    if (mayStart?.(shown, hit.index)) return true
    if (phrase !== undefined && isTopic(shown, hit.index)) return true
  }
  return wide?.test(shown) ?? false
}

function isTopic(text: string, at: number): boolean {
  TOPIC.lastIndex = 0
  return TOPIC.test(text.slice(Math.max(0, at - PHRASE_REACH), at + PHRASE_REACH))
}
