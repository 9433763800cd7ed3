import { createContextFinder } from '../../../core/context/context.ts'
import type { ContextQuery, Tier } from '../../../core/context/context.ts'
import type { SourceEvent } from '../../../core/source-index.ts'
import { readCommittedIndex } from '../../committed-index.ts'

const index = readCommittedIndex()
const finder = createContextFinder(index)
const texts = new Map(index.passages.map(({ id, text }) => [id, text]))
const events = new Map(index.events.map((event) => [event.id, event]))

/** What the real index shows for a query: texts and tiers, best first, and the event by its fields. */
export type Shown = { event: string | undefined; passages: { text: string; tier: Tier }[] }

const nameOf = ({ agencies, action, date }: SourceEvent) =>
  [agencies.length > 2 ? 'several' : agencies.join('+'), action, date?.value].join(' ')

export function askCommitted(query: Partial<ContextQuery> & { sentence: string }): Shown {
  const { event, passages } = finder.find({ pageCompanies: ['huawei', 'zte'], ...query })
  const found = event === undefined ? undefined : events.get(event)
  return {
    event: found && nameOf(found),
    passages: passages.map(({ passage, tier }) => ({ text: texts.get(passage) ?? '', tier })),
  }
}
