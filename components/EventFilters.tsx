import { nameOf, type IndexLookup } from '../core/card/card-content.ts'
import { ACTION_KINDS, type SourceEvent } from '../core/source-index.ts'
import { filterChoices, type EventFilter } from '../core/digest/time-line.ts'
import { sayAction, sayTarget } from '../core/wording.ts'
import { say } from '../core/words.ts'

type Props = {
  events: SourceEvent[]
  lookup: IndexLookup
  filter: EventFilter
  change(filter: EventFilter): void
}

/** Company, agency and kind; each offers only what some event has. */
export function EventFilters({ events, lookup, filter, change }: Props) {
  const { companies, agencies, actions } = filterChoices(events)
  const { company, agency, action } = filter
  const kindOf = (value: string) => ACTION_KINDS.find((kind) => kind === value)
  return (
    <div class="filters">
      <Choice
        label={say('digest_company')}
        all={say('digest_allCompanies')}
        value={company}
        options={companies.map(({ value }) => ({ value, label: targetName(lookup, value) }))}
        choose={(value) =>
          change({ ...without(filter, 'company'), ...(value && { company: value }) })
        }
      />
      <Choice
        label={say('digest_agency')}
        all={say('digest_allAgencies')}
        value={agency}
        options={agencies.map(({ value }) => ({ value, label: nameOf(lookup, value) }))}
        choose={(value) =>
          change({ ...without(filter, 'agency'), ...(value && { agency: value }) })
        }
      />
      <Choice
        label={say('digest_actionKind')}
        all={say('digest_allActions')}
        value={action}
        options={actions.map(({ value }) => ({ value, label: sayAction(value) }))}
        choose={(value) => {
          const kind = value && kindOf(value)
          change({ ...without(filter, 'action'), ...(kind && { action: kind }) })
        }}
      />
    </div>
  )
}

function targetName(lookup: IndexLookup, id: string): string {
  return id === 'chinese-telecom' ? sayTarget(id) : nameOf(lookup, id)
}

function without<Key extends keyof EventFilter>(filter: EventFilter, key: Key): EventFilter {
  const { [key]: _gone, ...rest } = filter
  return rest
}

type ChoiceProps = {
  label: string
  all: string
  value: string | undefined
  options: { value: string; label: string }[]
  choose(value: string | undefined): void
}

/** A quiet select whose first entry means no filter. */
export function Choice({ label, all, value, options, choose }: ChoiceProps) {
  return (
    <select
      class={value === undefined ? 'choice' : 'choice set'}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => choose(event.currentTarget.value || undefined)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
