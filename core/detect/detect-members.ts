/** Members of Congress are told by party and state: "Ann Moss (D-Ore.)", "Joe Hart, R-Texas,". */

import type { AgencyGroup } from './agency-group.ts'
import type { Token } from './detect-tokens.ts'
import type { LexiconEntity } from './lexicon.ts'

/** How many words a name has. */
const NAME_WORDS = 4
const PARTY = /^(?:R|D|I)$/
const OPENED = /^\.?(?:\s\(|,\s)$/

/** Every such member that no group holds yet. */
export function findMembers(
  text: string,
  tokens: Token[],
  taken: AgencyGroup[],
  congress: LexiconEntity | undefined,
): AgencyGroup[] {
  if (!congress) return []
  let held: Set<number> | undefined
  return tokens.flatMap((token, at) => {
    if (!PARTY.test(token.text) || !OPENED.test(token.gap)) return []
    const to = partyEnd(tokens, at)
    const from = nameStart(tokens, at)
    if (to === at || from === at) return []
    held ??= tokensIn(taken)
    for (let one = from; one < to; one++) if (held.has(one)) return []
    return [createMember(text, tokens, from, to, congress)]
  })
}

function tokensIn(groups: AgencyGroup[]): Set<number> {
  const held = new Set<number>()
  for (const { from, to } of groups) for (let at = from; at < to; at++) held.add(at)
  return held
}

function partyEnd(tokens: Token[], at: number): number {
  const state = tokens[at + 1]
  if (!state || !/^(?:-|\.,\s)$/.test(state.gap) || !/^\p{Lu}/u.test(state.text)) return at
  const second = tokens[at + 2]
  return second && /^\.$/.test(second.gap) && /^\p{Lu}/u.test(second.text) ? at + 3 : at + 2
}

function nameStart(tokens: Token[], at: number): number {
  let from = at
  while (from > 0 && at - from < NAME_WORDS && /^\p{Lu}/u.test(tokens[from - 1]?.text ?? '')) {
    from--
    if (!/^(?:\s+|-|\.\s+)$/.test(tokens[from]?.gap ?? '')) break
  }
  return at - from >= 2 ? from : at
}

function createMember(
  text: string,
  tokens: Token[],
  from: number,
  to: number,
  agency: LexiconEntity,
): AgencyGroup {
  const last = tokens[to - 1]?.end ?? 0
  const closed = /^\.?\)/.exec(text.slice(last, last + 2))?.[0].length ?? 0
  return {
    from,
    to,
    start: tokens[from]?.start ?? 0,
    end: last + closed,
    agency,
    generic: undefined,
    also: [],
    role: 'official',
    person: true,
    possessive: false,
    form: undefined,
    sure: true,
  }
}
