import { useMemo } from 'preact/hooks'
import { nameOf, type IndexLookup } from '../core/card/card-content.ts'
import type { SearchFilter } from '../core/digest/search.ts'
import { ACTION_KINDS } from '../core/source-index.ts'
import { sayAction, sayDate } from '../core/wording.ts'
import { locale, say } from '../core/words.ts'
import { Choice } from './EventFilters.tsx'

type Props = {
  lookup: IndexLookup
  filter: SearchFilter
  change(filter: SearchFilter): void
}

/** What narrows a search; each select offers only what some passage has. */
export function SearchFilters({ lookup, filter, change }: Props) {
  const { index } = lookup
  const named = useMemo(
    () => ({
      companies: namesOf(
        lookup,
        index.passages.flatMap((passage) => passage.companies),
      ),
      agencies: namesOf(
        lookup,
        index.passages.flatMap((passage) => passage.agencies),
      ),
      actions: ACTION_KINDS.filter((kind) =>
        index.passages.some((passage) => passage.actions.includes(kind)),
      ).map((value) => ({ value, label: sayAction(value) })),
    }),
    [lookup],
  )
  const set =
    (key: 'company' | 'agency' | 'action' | 'document') => (value: string | undefined) => {
      const { [key]: _gone, ...rest } = filter
      change(value === undefined ? rest : { ...rest, [key]: value })
    }
  return (
    <div class="filters">
      <Choice
        label={say('digest_company')}
        all={say('digest_allCompanies')}
        value={filter.company}
        options={named.companies}
        choose={set('company')}
      />
      <Choice
        label={say('digest_agency')}
        all={say('digest_allAgencies')}
        value={filter.agency}
        options={named.agencies}
        choose={set('agency')}
      />
      <Choice
        label={say('digest_actionKind')}
        all={say('digest_allActions')}
        value={filter.action}
        options={named.actions}
        choose={set('action')}
      />
      <Choice
        label={say('digest_document')}
        all={say('digest_allDocuments')}
        value={filter.document}
        options={index.documents.map(({ id, publisher, published }) => ({
          value: id,
          label: say('digest_outletDate', { outlet: publisher, date: sayDate(published) }),
        }))}
        choose={set('document')}
      />
    </div>
  )
}

function namesOf(lookup: IndexLookup, ids: string[]) {
  return [...new Set(ids)]
    .map((value) => ({ value, label: nameOf(lookup, value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale()))
}
