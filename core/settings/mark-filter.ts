import type { Mention } from '../mention.ts'
import { markOf } from '../page-report.ts'
import { foldName, type Choices, type Density, type HiddenName, type MarkKind } from './settings.ts'

/** Which mentions a page shows: plain data, as it travels to the page. */
export type Marking = {
  density: Density
  /** Kinds that are on. */
  kinds: MarkKind[]
  /** Names that are no mentions on this site, folded. */
  hidden: { kind: Mention['kind']; name: string }[]
}

/** Everything is a mention, and every mention is marked. */
export const MARK_ALL: Marking = {
  density: 'every',
  kinds: ['huawei', 'zte', 'action'],
  hidden: [],
}

export function markingFor(choices: Choices, hidden: HiddenName[]): Marking {
  const { density, markHuawei, markZte, markAction } = choices
  const kinds = { huawei: markHuawei, zte: markZte, action: markAction }
  return {
    density,
    kinds: MARK_ALL.kinds.filter((kind) => kinds[kind]),
    hidden: hidden.map(({ kind, name }) => ({ kind, name: foldName(name) })),
  }
}

/** Whether it is a mention at all here: its kind is on, and its words are not hidden. */
export function isWanted(
  { kinds, hidden }: Marking,
  mention: Mention | { kind: 'company'; company: string },
  words: string,
): boolean {
  if (!kinds.includes(markOf(mention))) return false
  if (hidden.length === 0) return true
  const name = foldName(words)
  return !hidden.some((one) => one.kind === mention.kind && one.name === name)
}

/**
 * The mentions that get a mark, of all on the page in reading order; `paragraphOf` tells which of them
 * stand together.
 */
export function chooseMarked<Listed>(
  { density }: Marking,
  mentions: readonly Listed[],
  paragraphOf: (one: Listed) => unknown,
): readonly Listed[] {
  if (density === 'every') return mentions
  if (density === 'none') return []
  if (density === 'page') return mentions.slice(0, 1)
  const met = new Set<unknown>()
  return mentions.filter((one) => {
    const paragraph = paragraphOf(one)
    return !met.has(paragraph) && met.add(paragraph)
  })
}
