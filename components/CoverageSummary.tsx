import { useMemo } from 'preact/hooks'
import { nameOf, type IndexLookup } from '../core/card/card-content.ts'
import {
  reportCoverage,
  type Counted,
  type CoverageReport,
} from '../core/digest/coverage-report.ts'
import { ACTION_WORDS, sayCoverage, sayDate } from '../core/wording.ts'

/** What the sources hold, by agency and kind of action, and what they lack. */
export function CoverageSummary({ lookup }: { lookup: IndexLookup }) {
  const report = useMemo(() => reportCoverage(lookup), [lookup])
  const { coverage } = lookup
  return (
    <>
      <h2 class="sec label">What the sources cover</h2>
      {coverage && (
        <p class="coverage">
          {sayCoverage(coverage)}. {sayEvents(report)}
        </p>
      )}
      <Bars
        title="By agency"
        rows={report.agencies.map(({ item, events }) => ({ name: nameOf(lookup, item), events }))}
      />
      <Bars
        title="By kind of action"
        rows={report.actions.map(({ item, events }: Counted<keyof typeof ACTION_WORDS>) => ({
          name: ACTION_WORDS[item],
          events,
        }))}
      />
      <h2 class="sec label">What they lack</h2>
      <div class="coverage">
        <p>
          What is not here is not denied: no record is no clearance.
          {report.noAction.length > 0 &&
            ` No event of these kinds: ${report.noAction.map((kind) => ACTION_WORDS[kind]).join(', ')}.`}
        </p>
        {report.noEventBy.length > 0 && (
          <details>
            <summary>No event by {report.noEventBy.length} agencies that are known by name</summary>
            <p>{report.noEventBy.join(', ')}.</p>
          </details>
        )}
      </div>
    </>
  )
}

function sayEvents({ events, passages, from, to }: CoverageReport): string {
  const span = from && to ? ` from ${sayDate(from)} to ${sayDate(to)}` : ''
  return `${passages} passages and ${events} events${span}.`
}

type Row = { name: string; events: number }

/** Counts with a line as long as the count: quick to compare, readable without it. */
function Bars({ title, rows }: { title: string; rows: Row[] }) {
  const most = Math.max(1, ...rows.map((row) => row.events))
  return (
    <section class="bars">
      <h3 class="soft">{title}</h3>
      <dl>
        {rows.map(({ name, events }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span class="bar" style={{ inlineSize: `${(100 * events) / most}%` }} />
              {events}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
