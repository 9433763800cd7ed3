import type { MentionCounts } from '../core/page-report.ts'
import { sayCount, sayNumber } from '../core/words.ts'
import { KindMark } from './KindMark.tsx'

/** How many mentions of each kind. */
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
