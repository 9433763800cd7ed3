import type { MentionCounts } from '../core/page-report.ts'
import { KindMark } from './KindMark.tsx'

/** How many mentions of each kind. */
export function Counts({ counts }: { counts: MentionCounts }) {
  return (
    <dl class="counts">
      <Count kind="huawei" label="Huawei" number={counts.huawei} />
      <Count kind="zte" label="ZTE" number={counts.zte} />
      <Count
        kind="action"
        label={counts.action === 1 ? 'action' : 'actions'}
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
      <dd>{number}</dd>
    </div>
  )
}
