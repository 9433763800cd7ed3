import { useMemo } from 'preact/hooks'
import { nameOf, type IndexLookup } from '../core/card/card-content.ts'
import {
  reportCoverage,
  type Counted,
  type CoverageReport,
} from '../core/digest/coverage-report.ts'
import type { ActionKind } from '../core/source-index.ts'
import { sayAction, sayCoverage, sayDate } from '../core/wording.ts'
import { say, sayCount, sayList, sayNumber } from '../core/words.ts'

/** What the sources hold, by agency and kind of action, and what they lack. */
export function CoverageSummary({ lookup }: { lookup: IndexLookup }) {
  const report = useMemo(() => reportCoverage(lookup), [lookup])
  const { coverage } = lookup
  return (
    <>
      <h2 class="sec label">{say('digest_covers')}</h2>
      {coverage && (
        <p class="coverage">
          {say('digest_coverage', { coverage: sayCoverage(coverage) })} {sayEvents(report)}
        </p>
      )}
      <Bars
        title={say('digest_byAgency')}
        rows={report.agencies.map(({ item, events }) => ({ name: nameOf(lookup, item), events }))}
      />
      <Bars
        title={say('digest_byKind')}
        rows={report.actions.map(({ item, events }: Counted<ActionKind>) => ({
          name: sayAction(item),
          events,
        }))}
      />
      <h2 class="sec label">{say('digest_lack')}</h2>
      <div class="coverage">
        <p>
          {say('digest_noClearance')}{' '}
          {report.noAction.length > 0 &&
            say('digest_noAction', { kinds: sayList(report.noAction.map(sayAction)) })}
        </p>
        {report.noEventBy.length > 0 && (
          <details>
            <summary>{sayCount('digest_noEventBy', report.noEventBy.length)}</summary>
            <p>{say('digest_names', { names: sayList(report.noEventBy) })}</p>
          </details>
        )}
      </div>
    </>
  )
}

function sayEvents({ events, passages, from, to }: CoverageReport): string {
  const held = {
    passages: sayCount('digest_passages', passages),
    events: sayCount('digest_eventCount', events),
  }
  if (!from || !to) return say('digest_holds', held)
  return say('digest_holdsFrom', { ...held, from: sayDate(from), to: sayDate(to) })
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
              {sayNumber(events)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
