import type { ActionMention, CompanyMention, Mention } from '../core/mention.ts'
import type { DateValue, EntityId, Passage, SourceDocument } from '../core/source-index.ts'
import type { Person } from './find-people.ts'
import type { Stretch } from './group-passages.ts'
import type { Knowledge } from './knowledge.ts'
import { attributePassages } from './attribute-passages.ts'
import { contentId } from './content-id.ts'
import { findPeople } from './find-people.ts'
import { groupPassages } from './group-passages.ts'
import { makePassage } from './make-passage.ts'
import { resolveCompanies } from './resolve-companies.ts'

/** A passage with what the event rules need and the index does not keep. */
export type ReadPassage = {
  passage: Passage
  /** Actions by an agency that the detector found inside the passage. */
  mentions: ActionMention[]
  people: Person[]
  published: DateValue
}

/** The passages of a seed with all that is read in each alone, in the text's order. */
export function readPassages(
  text: string,
  document: SourceDocument,
  knowledge: Knowledge,
): ReadPassage[] {
  const stretches = groupPassages(text, document.paragraphs)
  const mentions = knowledge.detectMentions(text)
  const people = findPeople(text)
  const nameOf = new Map(knowledge.entities.map((entity) => [entity.id, entity.name]))
  const companyNames = (stretch: string) =>
    namedCompanies(knowledge.detectMentions(stretch)).map((id) => nameOf.get(id) ?? id)
  const attributions = attributePassages(text, stretches, people, companyNames, document.publisher)
  const inside = mentionsInside(mentions, stretches)
  const companies = resolveCompanies(
    stretches.map((stretch, i) => ({
      text: text.slice(stretch.start, stretch.end),
      named: namedCompanies(inside[i] ?? []),
    })),
  )
  const copies = new Map<string, number>()
  return stretches.map((stretch, i) => {
    const own = text.slice(stretch.start, stretch.end)
    const copy = copies.get(own) ?? 0
    copies.set(own, copy + 1)
    const actions = (inside[i] ?? []).filter((mention) => mention.kind === 'action')
    const passage = makePassage({
      id: contentId('passage', document.file, own, String(copy)),
      document,
      stretch,
      text: own,
      attribution: attributions[i],
      companies: companies[i] ?? [],
      actions,
      knowledge,
    })
    return {
      passage,
      mentions: actions,
      people,
      published: document.published,
    }
  })
}

/** For every stretch the mentions inside it; both lists in the text's order. */
function mentionsInside(mentions: Mention[], stretches: Stretch[]): Mention[][] {
  const ordered = mentions.toSorted((a, b) => a.start - b.start)
  let next = 0
  return stretches.map(({ start, end }) => {
    while ((ordered[next]?.start ?? Infinity) < start) next++
    const inside: Mention[] = []
    for (let mention = ordered[next]; mention && mention.start < end; mention = ordered[++next]) {
      if (mention.end <= end) inside.push(mention)
    }
    return inside
  })
}

function namedCompanies(mentions: Mention[]): EntityId[] {
  const named = mentions.filter((mention): mention is CompanyMention => mention.kind === 'company')
  return [...new Set(named.map((mention) => mention.company))]
}
