import type { Knowledge } from './knowledge.ts'
import type { Body } from './read-speaker.ts'

/** A finder of the companies and agencies that words name, in order; a company goes by its own name. */
export function createBodyFinder({
  entities,
  findAgencies,
  findCompanies,
}: Pick<Knowledge, 'entities' | 'findAgencies' | 'findCompanies'>): (words: string) => Body[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  return (words) => {
    const companies = findCompanies(words)
    const agencies = findAgencies(words).filter(
      // "Huawei Canada" is the company in Canada, no Canadian body.
      ({ start }) => !companies.some(({ end }) => end === start || end === start - 1),
    )
    return [...companies, ...agencies]
      .sort((a, b) => a.start - b.start)
      .map(({ entity, start, end }) => {
        const isCompany = companies.some((one) => one.start === start && one.entity === entity)
        return {
          entity,
          isCompany,
          name: isCompany ? (names.get(entity) ?? entity) : words.slice(start, end),
        }
      })
  }
}
