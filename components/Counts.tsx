import type { MentionCounts } from '../core/page-report.ts'
import { say, sayCount, sayNumber } from '../core/words.ts'
import { KindMark } from './KindMark.tsx'

/** How many mentions of each kind; names of a reader's own only where the page has some. */
export function Counts({ counts }: { counts: MentionCounts }) {
  return (
    <dl class="counts">
      <Count kind="huawei" label="Huawei" number={counts.huawei} />
      <Count kind="zte" label="ZTE" number={counts.zte} />
      <Count
        kind="action"
        label={sayCount('card_countActions', counts.action)}
        number={counts.action}
      />
      {counts.own > 0 && <Count kind="huawei" label={say('counts_own')} number={counts.own} />}
    </dl>
  )
}

function Count({ kind, label, number }: { kind: string; label: string; number: number }) {
  return (
    <div>
      <dt>
        <KindMark kind={kind} />
        {label}
      </dt>
      <dd>{sayNumber(number)}</dd>
    </div>
  )
}
