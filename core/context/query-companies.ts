import type { ContextQuery } from './context.ts'
import { isOwnTarget } from '../mention.ts'
import type { EntityId } from '../source-index.ts'

/** The companies that a query is about; empty where it is about the trade as a whole. */
export function queryCompanies(query: ContextQuery): EntityId[] {
  if (query.company !== undefined) return [query.company]
  if (query.target === 'both') return ['huawei', 'zte']
  const { target } = query
  const isOne =
    target === 'huawei' || target === 'zte' || (target !== undefined && isOwnTarget(target))
  return isOne ? [target] : []
}

/** Those, or else the companies that the page names anywhere. */
export function companiesAround(query: ContextQuery): EntityId[] {
  const own = queryCompanies(query)
  return own.length > 0 ? own : query.pageCompanies
}

/** Whether a text about `found` bears on `companies`; either may be empty for the whole trade. */
export function sharesCompany(companies: EntityId[], found: EntityId[]): boolean {
  return companies.length === 0 || found.length === 0 || found.some((id) => companies.includes(id))
}
