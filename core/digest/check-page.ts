import type { IndexLookup } from '../card/card-content.ts'
import { companiesOf, queryFor } from '../context/context-query.ts'
import type { ContextFinder } from '../context/context.ts'
import { findCached, type PageDigest } from './digest.ts'
import type { PageQuotation } from './find-quotations.ts'
import { checkCompanyFigures, checkFigures, type FigureDifference } from './number-check.ts'
import { holdsFigure } from './read-figures.ts'
import { pickPageDate, type PageDate } from './page-date.ts'
import type { PageReading } from '../page-report.ts'
import type { CheckedQuote, QuoteChecker } from './quote-check.ts'
import type { EntityId, EventId } from '../source-index.ts'
import type { Claim } from './figure-readings.ts'
import { findOldNews, type Retold } from './time-line.ts'

/** What a page claims, held against the sources. */
export type PageChecks = {
  published: PageDate | undefined
  quotes: (CheckedQuote & { frame: number })[]
  figures: FigureDifference[]
  /** Events that the page recounts so that they may look new. */
  old: EventId[]
}

/** Checks the quotations, figures and dates of a page; before its frames are read it has none. */
export type PageChecker = (
  digest: PageDigest,
  readings: ReadonlyMap<number, PageReading>,
) => PageChecks

/** Answers that are kept: a page that changes all the time repeats nearly all of its sentences. */
const MOST_KEPT = 4000

/** Prepares the checks of pages against the sources. What was checked once is not checked again. */
export function createPageChecker(
  lookup: IndexLookup,
  finder: ContextFinder,
  checkQuote: QuoteChecker,
): PageChecker {
  const quoteKept = keep((quotation: PageQuotation) => checkQuote(quotation), sayQuotation)
  const figuresKept = keep((claim: Claim) => checkFigures(lookup, claim), JSON.stringify)
  const companyKept = keep(
    (claim: CompanyClaim) => checkCompanyFigures(lookup, claim),
    JSON.stringify,
  )
  return (digest, readings) => {
    const published = pickPageDate(readings.get(0)?.dates ?? [])
    return {
      published,
      quotes: [...readings].flatMap(([frame, { quotations }]) =>
        quotations.flatMap((quotation) => {
          const checked = quoteKept(quotation)
          return checked ? [{ ...checked, quotation, frame }] : []
        }),
      ),
      figures: [
        ...differingFigures(digest, finder, figuresKept),
        ...companyFigures(digest, companyKept),
      ],
      old: findOldNews(retoldEvents(digest), published?.date, lookup.events),
    }
  }
}

/** The same words in the same surroundings have the same source, wherever they stand. */
const sayQuotation = ({ text, before, after }: PageQuotation) =>
  JSON.stringify([text, before, after])

/** Answers kept by the question's words; all are let go when they become too many. */
function keep<Question, Answer>(
  ask: (question: Question) => Answer,
  nameOf: (question: Question) => string,
): (question: Question) => Answer {
  const kept = new Map<string, { answer: Answer }>()
  return (question) => {
    const name = nameOf(question)
    const found = kept.get(name) ?? { answer: ask(question) }
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(name, found)
    return found.answer
  }
}

/**
 * Each figure once, however many mentions its sentence has. What did not happen has no figures. The
 * group's event is asked first, because it is known; only where a figure differs from its evidence is
 * the sentence's own event looked for.
 */
function differingFigures(
  { groups, mentions }: PageDigest,
  finder: ContextFinder,
  check: (claim: Claim) => FigureDifference[],
): FigureDifference[] {
  const companies = companiesOf(mentions)
  const found = new Map<string, FigureDifference>()
  for (const group of groups) {
    if (group.event === undefined) continue
    for (const mention of group.mentions) {
      const { kind, sentence, surface: act } = mention
      if (kind !== 'action' || mention.modality !== 'asserted' || !holdsFigure(sentence)) continue
      if (check({ sentence, act, event: group.event }).length === 0) continue
      const { event } = findCached(finder, queryFor(mention, companies))
      if (event === undefined) continue
      for (const one of check({ sentence, act, event }))
        found.set(`${one.figure.start} ${sentence}`, one)
    }
  }
  return [...found.values()]
}

type CompanyClaim = { sentence: string; company: EntityId }

/** The same of sentences that name a company and no agency's action. */
function companyFigures(
  { mentions }: PageDigest,
  check: (claim: CompanyClaim) => FigureDifference[],
): FigureDifference[] {
  const told = new Set(mentions.flatMap((one) => (one.kind === 'action' ? [one.sentence] : [])))
  const found = new Map<string, FigureDifference>()
  for (const mention of mentions) {
    const { kind, sentence } = mention
    if (kind !== 'company' || told.has(sentence) || !holdsFigure(sentence)) continue
    for (const one of check({ sentence, company: mention.company }))
      found.set(`${one.figure.start} ${sentence}`, one)
  }
  return [...found.values()]
}

/** The sentences that speak of each event, each sentence once. */
function retoldEvents({ groups }: PageDigest): Retold[] {
  const told = groups.flatMap(({ event, mentions }) =>
    event === undefined ? [] : mentions.map(({ sentence }) => ({ event, sentence })),
  )
  return [...Map.groupBy(told, ({ event }) => event)].map(([event, all]) => ({
    event,
    sentences: [...new Set(all.map(({ sentence }) => sentence))],
  }))
}
