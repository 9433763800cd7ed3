import type { ContextQuery } from './context.ts'
import type { ListedMention } from '../page-report.ts'
import type { EntityId } from '../source-index.ts'

/** The question that a mention's card asks. */
export function queryFor(mention: ListedMention, pageCompanies: EntityId[]): ContextQuery {
  const { sentence } = mention
  if (mention.kind === 'company') return { company: mention.company, sentence, pageCompanies }
  const { agency, alsoBy, action, target } = mention
  return { agency, ...(alsoBy && { alsoBy }), action, target, sentence, pageCompanies }
}

type NamesCompany = { kind: 'company'; company: EntityId } | { kind: 'action' }

/** The companies that a page names, the most frequent first. */
export function companiesOf(mentions: Iterable<NamesCompany>): EntityId[] {
  const counts = new Map<EntityId, number>()
  for (const mention of mentions)
    if (mention.kind === 'company')
      counts.set(mention.company, (counts.get(mention.company) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([company]) => company)
}
