import type { ActionMention, CompanyMention, Mention } from '../core/mention.ts'
import type {
  Attribution,
  DateValue,
  EntityId,
  Passage,
  Span,
  SourceDocument,
} from '../core/source-index.ts'
import type { FoundDate } from './resolve-dates.ts'
import type { Person } from './find-people.ts'
import type { Stretch } from './group-passages.ts'
import type { Knowledge } from './knowledge.ts'
import { attributePassages } from './attribute-passages.ts'
import { createBodyFinder } from './find-bodies.ts'
import { contentId } from '../core/content-id.ts'
import { findPeople } from './find-people.ts'
import { groupPassages } from './group-passages.ts'
import { makePassage } from './make-passage.ts'
import { maskQuotations } from './quotations.ts'
import { resolveAgencies } from './resolve-agencies.ts'
import { resolveCompanies } from './resolve-companies.ts'
import { resolveDates } from './resolve-dates.ts'

/** A passage with what the event rules need and the index does not keep. */
export type ReadPassage = {
  passage: Passage
  /** Actions by an agency that the detector found inside the passage. */
  mentions: ActionMention[]
  people: Person[]
  published: DateValue
  /** Which of the document's paragraphs it begins in, from 0. */
  paragraph: number
  /** The dates that the outlet speaks of, or where it speaks of none, the quoted; own offsets. */
  dates: FoundDate[]
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
  const attributions = attributePassages(text, stretches, {
    people,
    bodiesIn: createBodyFinder(knowledge),
    publisher: document.publisher,
  })
  const inside = mentionsInside(mentions, stretches)
  const companies = resolveCompanies(
    stretches.map((stretch, i) => ({
      text: text.slice(stretch.start, stretch.end),
      named: namedCompanies(inside[i] ?? []),
    })),
  )
  const agencies = resolveAgencies(
    stretches.map((stretch, i) => ({
      text: text.slice(stretch.start, stretch.end),
      named: agenciesIn(text.slice(stretch.start, stretch.end), attributions[i], knowledge),
    })),
    knowledge.wordsOf,
  )
  const paragraphs = paragraphsOf(stretches, document.paragraphs)
  const copies = new Map<string, number>()
  return stretches.map((stretch, i) => {
    const own = text.slice(stretch.start, stretch.end)
    const copy = copies.get(own) ?? 0
    copies.set(own, copy + 1)
    const actions = (inside[i] ?? []).filter((mention) => mention.kind === 'action')
    const dates = datesOf(own, document.published)
    const passage = makePassage({
      id: contentId('passage', document.file, own, String(copy)),
      document,
      stretch,
      text: own,
      attribution: attributions[i],
      companies: companies[i] ?? [],
      actions,
      dates,
      agencies: agencies[i] ?? [],
      knowledge,
    })
    return {
      passage,
      mentions: actions,
      people,
      published: document.published,
      dates,
      paragraph: paragraphs[i] ?? 0,
    }
  })
}

/** The agencies that a stretch names and that its speaker speaks for. */
function agenciesIn(
  text: string,
  attribution: Attribution | undefined,
  { findAgencies, wordsOf }: Knowledge,
): EntityId[] {
  const speaksFor = attribution?.speaksFor
  return [
    ...findAgencies(text).map(({ entity }) => entity),
    ...(speaksFor !== undefined && wordsOf(speaksFor) !== '' ? [speaksFor] : []),
  ]
}

/** For every stretch the number of the paragraph that it begins in; both in the text's order. */
function paragraphsOf(stretches: Stretch[], paragraphs: Span[]): number[] {
  let at = 0
  return stretches.map(({ start }) => {
    while ((paragraphs[at]?.end ?? Infinity) <= start) at++
    return at
  })
}

function datesOf(text: string, published: DateValue): FoundDate[] {
  const own = resolveDates(maskQuotations(text), published)
  return own.length > 0 ? own : resolveDates(text, published)
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
