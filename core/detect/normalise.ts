/**
 * Folding makes texts comparable without losing the place: full-width letters, ligatures, dash and
 * quote variants, no-break spaces become plain ones; zero-width characters and soft hyphens go.
 * Every folded offset leads back to the original.
 */

import type { Span } from '../source-index.ts'

/** A folded text. `toOriginal` maps a half-open span of it to the text that it came from. */
export type Folded = { text: string; toOriginal: (start: number, end: number) => Span }

const ASCII_ONLY = /^[\x00-\x7f]*$/
const INVISIBLE =
  /[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/
const DASHES = /[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g
const SINGLE_QUOTES = /[\u2018\u2019\u201b\u2032\u02bc\uff07]/g
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02]/g
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/**
 * A character with what combines with it (marks, and the later parts of Korean syllables), so that
 * composing never crosses a boundary. No more than Unicode's stream-safe text has: browsers sort a run of
 * marks in a time that grows with its square.
 */
const CLUSTER = /[\s\S][\p{M}\u1160-\u11ff\uff9e\uff9f]{0,30}/gu
const ENDLESS_CLUSTER = /[\p{M}\u1160-\u11ff\uff9e\uff9f]{31}/u

const identity = (start: number, end: number): Span => ({ start, end })

/** Replacements that keep the length, so that offsets stay. */
function foldSameLength(text: string): string {
  return text
    .replace(SPACES, ' ')
    .replace(DASHES, (dash) => (dash === '\u2014' || dash === '\u2013' ? '\u2014' : '-'))
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
}

/** Folds a text; a text without anything to fold is returned as it is. */
export function foldText(original: string): Folded {
  if (ASCII_ONLY.test(original)) return { text: original, toOriginal: identity }
  const same = foldSameLength(original)
  if (ENDLESS_CLUSTER.test(same) || INVISIBLE.test(same) || same.normalize('NFKC') !== same)
    return foldWithMap(same)
  return { text: same, toOriginal: identity }
}

function foldWithMap(text: string): Folded {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const folded = foldCluster(cluster)
    pieces.push(folded)
    for (let i = 0; i < folded.length; i++) {
      starts.push(index)
      ends.push(index + cluster.length)
    }
  }
  const toOriginal = (start: number, end: number): Span => ({
    start: starts[start] ?? text.length,
    end: end > start ? (ends[end - 1] ?? text.length) : (starts[start] ?? text.length),
  })
  return { text: pieces.join(''), toOriginal }
}

function foldCluster(cluster: string): string {
  const visible = INVISIBLE.test(cluster)
    ? cluster.replace(new RegExp(INVISIBLE, 'g'), '')
    : cluster
  return visible.normalize('NFKC')
}
