import type { ActionKind } from '../source-index.ts'

/** Kinds that reports use for one another: the same event may be told with either. */
const SAME: ActionKind[][] = [
  ['ban', 'restrict', 'deny-export'],
  ['warn', 'testify', 'report', 'evaluate'],
  ['urge-allies', 'warn'],
  ['fine', 'settle'],
  ['investigate', 'evaluate'],
]

/** How much acts of different kinds tell of one another, 0–1; the first line that holds both counts. */
const RELATED: [kinds: ActionKind[], closeness: number][] = [
  [['fine', 'settle'], 0.8],
  [['ban', 'restrict', 'legislate'], 0.7],
  [['warn', 'testify', 'report', 'evaluate'], 0.7],
  [['investigate', 'report', 'evaluate'], 0.7],
  [['lift', 'deny-export'], 0.7],
  [['designate', 'deny-export'], 0.5],
  [['ban', 'restrict', 'deny-export'], 0.5],
  [['designate', 'warn', 'testify'], 0.5],
  [['lift', 'settle', 'fine'], 0.5],
  [['investigate', 'warn'], 0.5],
  [['designate', 'ban', 'restrict', 'legislate'], 0.4],
  [['urge-allies', 'warn'], 0.4],
  [['urge-allies', 'ban', 'restrict'], 0.4],
  [['deny-export', 'fine', 'settle'], 0.4],
  [['charge', 'investigate'], 0.4],
]

/**
 * A government does these to a company as a whole, and hardly ever twice in a year: which part of it
 * acted is often left out or told in another way.
 */
const SINGULAR: ActionKind[] = ['deny-export', 'fine', 'settle', 'urge-allies']

const holdsBoth = (kinds: ActionKind[], a: ActionKind, b: ActionKind) =>
  kinds.includes(a) && kinds.includes(b)

/** How surely two words for a kind mean one deed: 1 the same, 0.7 told with either, else 0. */
export function sameKind(a: ActionKind, b: ActionKind): number {
  if (a === b) return 1
  return SAME.some((kinds) => holdsBoth(kinds, a, b)) ? 0.7 : 0
}

/** How much acts of two kinds tell of one another, 0–1. */
export function kindCloseness(a: ActionKind, b: ActionKind): number {
  if (a === b) return 1
  return RELATED.find(([kinds]) => holdsBoth(kinds, a, b))?.[1] ?? 0
}

/** How near a government's part counts to be for what is done to a company as a whole. */
export const PART_OF_ONE = 0.9

export function isSingular(kind: ActionKind): boolean {
  return SINGULAR.includes(kind)
}
