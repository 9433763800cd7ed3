import type { SourceDocument } from '../core/source-index.ts'
import type { ReportIndex } from './report-parts.ts'
import { sayDate } from '../core/wording.ts'
import { escapeHtml } from './report-parts.ts'

/** What the documents speak of, and how often: by document, and by company and agency. */
export function renderCoverage(report: ReportIndex): string {
  return `${documentTable(report)}${entityTable(report)}`
}

function documentTable(report: ReportIndex): string {
  const rows = report.index.documents
    .toSorted((a, b) => (a.published.value < b.published.value ? -1 : 1))
    .map((document) => documentRow(document, report))
  const head = ['Document', 'Published', 'Passages', 'With a speaker', 'Events told']
  return toTable(head, 2, rows)
}

function documentRow(document: SourceDocument, report: ReportIndex): string[] {
  const own = report.byDocument.get(document.id) ?? []
  const events = new Set(own.flatMap(({ id }) => report.evidenceFor.get(id) ?? []))
  const title = document.title ?? 'Without a headline'
  return [
    `<a href="#d-${document.id}">${escapeHtml(document.publisher)}: ${escapeHtml(title)}</a>`,
    escapeHtml(sayDate(document.published)),
    String(own.length),
    String(own.filter(({ attribution }) => attribution).length),
    String(events.size),
  ]
}

/** Only bodies that some passage names; the lexicon knows many more. */
function entityTable({ index }: ReportIndex): string {
  const rows = index.entities
    .map(({ id, name, kind }) => {
      const named = index.passages.filter(
        ({ section, companies, agencies }) =>
          section === 'body' && (companies.includes(id) || agencies.includes(id)),
      ).length
      const acting = index.events.filter(({ agencies }) => agencies.includes(id)).length
      const target = index.events.filter(({ targets }) => targets.includes(id)).length
      return { name, kind, named, acting, target }
    })
    .filter(({ named }) => named > 0)
    .sort((a, b) => b.named - a.named)
  const cells = rows.map(({ name, kind, named, acting, target }) => [
    escapeHtml(name),
    kind,
    ...[named, acting, target].map(String),
  ])
  const head = ['Company or agency', 'Kind', 'Passages', 'Acts in events', 'Target of events']
  return toTable(head, 2, cells)
}

/** `text`: how many columns, from the left, hold words; the others hold numbers. */
function toTable(head: string[], text: number, rows: string[][]): string {
  const cell = (tag: string) => (value: string, i: number) =>
    `<${tag}${i < text ? '' : ' class="number"'}>${value}</${tag}>`
  const body = rows.map((row) => `<tr>${row.map(cell('td')).join('')}</tr>`)
  return `<table><thead><tr>${head.map(cell('th')).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
}
