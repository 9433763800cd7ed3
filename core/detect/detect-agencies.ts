import type { AgencyGroup } from './agency-group.ts'
import { withOffice } from './agency-speaker.ts'
import type { AgencyWords } from './agency-words.ts'
import type { GenericTable } from './detect-generics.ts'
import { findGenerics, genericAt } from './detect-generics.ts'
import { findMembers } from './detect-members.ts'
import type { FoundName } from './detect-names.ts'
import type { Token } from './detect-tokens.ts'
import { extendName } from './extend-name.ts'
import { joinAgencies } from './join-agencies.ts'

/** The agency groups of a block, in order. */
export function groupAgencies(
  text: string,
  tokens: Token[],
  names: FoundName[],
  words: AgencyWords,
): AgencyGroup[] {
  const named = new Set(names.filter(({ form }) => form.role === 'name').map(({ from }) => from))
  const single = names
    .filter((name) => name.entity.kind === 'agency')
    .filter((name) => !isDateline(text, name))
    .flatMap((name) => extendName(text, tokens, name, named, words) ?? [])
  const sure = single.map((group) => withGeneric(group, tokens, words.generics))
  const members = findMembers(text, tokens, single, words.congress)
  const groups = [...sure, ...members]
  const all = [...groups, ...findGenerics(text, tokens, groups, words.generics)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  )
  return joinAgencies(text, tokens, all).map((group) => withOffice(group, tokens))
}

/** "OTTAWA, May 19 -", "WASHINGTON/BEIJING (Wire)", "CANBERRA:": where a report was written. */
function isDateline(text: string, { form, start, end }: FoundName): boolean {
  const name = text.slice(start, end)
  return (
    form.role === 'seat' &&
    /^\p{Lu}{3,}/u.test(name) &&
    /^\s*(?:,|\(|\/|\u2014|\u2013|- |:|\.\s)/.test(text.slice(end, end + 4))
  )
}

/** "the Commission", "lawmakers": where the page does not tell whose, the one named before. */
function withGeneric(group: AgencyGroup, tokens: Token[], generics: GenericTable): AgencyGroup {
  if (group.sure) return group
  const from = tokens[group.from - 1]?.norm === 'the' ? group.from - 1 : group.from
  return { ...group, generic: genericAt(tokens, from, generics)?.agencyClass }
}
