import { companiesOf, queryFor } from '../../core/context/context-query.ts'
import type { ContextQuery } from '../../core/context/context.ts'
import type { TabView } from '../../extension/watch-tab.ts'

/** So many different sentences, and quotations, are looked up for one page. */
const MOST_SENTENCES = 120
const MOST_QUOTATIONS = 60

/** What the digest of a page asks of the sources: its mentions and its quotations, each once. */
export function questionsOf(view: TabView): ContextQuery[] {
  if (view.name !== 'readable') return []
  const mentions = [...view.frames.values()].flatMap((report) => report.mentions)
  const companies = companiesOf(mentions)
  const asked = mentions.map((mention) => queryFor(mention, companies))
  const quotations = [...view.readings.values()].flatMap((reading) => reading.quotations)
  const quoted = quotations.map(({ text }) => ({ sentence: text, pageCompanies: companies }))
  return [...unique(asked).slice(0, MOST_SENTENCES), ...unique(quoted).slice(0, MOST_QUOTATIONS)]
}

function unique(queries: ContextQuery[]): ContextQuery[] {
  return [...new Map(queries.map((query) => [JSON.stringify(query), query])).values()]
}
