import type { Paragraph, Passage, SourceDocument, SourceEvent } from '../core/source-index.ts'
import type { ReportIndex } from './report-parts.ts'
import { sayAction, sayDate } from '../core/wording.ts'
import { escapeHtml, labelOf, renderDate, renderSpeaker } from './report-parts.ts'

/** A document in its own order: passages with what is known of them, all else by its kind. */
export function renderDocument(
  document: SourceDocument,
  text: string,
  report: ReportIndex,
): string {
  const { id, title, publisher, published, file, paragraphs } = document
  const passages = report.byDocument.get(id) ?? []
  const asides = paragraphs.filter(({ kind }) => kind !== 'body' && kind !== 'reader-comment')
  const blocks = [
    ...passages.map((passage) => ({ at: passage.start, html: renderRow(passage, report) })),
    ...asides.map((aside) => ({ at: aside.start, html: renderAside(aside, text) })),
  ].sort((a, b) => a.at - b.at)
  return `<article class="document" id="d-${id}">
<h3>${escapeHtml(title ?? 'Without a headline')}</h3>
<p class="meta">${escapeHtml(publisher)} · ${escapeHtml(sayDate(published))} (${published.basis}) · ${escapeHtml(file)}</p>
${blocks.map(({ html }) => html).join('\n')}
</article>`
}

function renderAside({ start, end, kind }: Paragraph, text: string): string {
  return `<div class="paragraph aside"><span class="kind">${kind}</span><span>${escapeHtml(text.slice(start, end))}</span></div>`
}

function renderRow(passage: Passage, report: ReportIndex): string {
  const { id, stance, section, attribution, date, companies, agencies } = passage
  const reader = section === 'reader-comment'
  const names = [...companies, ...agencies].map((one) => escapeHtml(report.names.get(one) ?? one))
  const lines = [
    renderTags(passage),
    reader ? 'never evidence' : renderSpeaker(attribution, report),
    names.length > 0 ? `about ${names.join(', ')}` : '',
    date ? renderDate(date) : '',
    links('tells', report.evidenceFor.get(id), report),
    links('answers', report.replyTo.get(id), report),
  ]
  return `<div class="row ${stance}" id="p-${id}"><p>${escapeHtml(passage.text)}</p><div class="meta">${lines
    .filter(Boolean)
    .map((line) => `<div>${line}</div>`)
    .join('')}</div></div>`
}

function renderTags({ stance, section, actions }: Passage): string {
  const kinds = [
    ...(section === 'reader-comment' ? ['reader comment'] : []),
    ...actions.map((action) => sayAction(action)),
  ]
  const others = kinds.map((kind) => `<span class="tag">${kind}</span>`)
  return `<span class="tags"><span class="tag ${stance}">${stance}</span>${others.join('')}</span>`
}

function links(verb: string, events: SourceEvent[] | undefined, report: ReportIndex): string {
  if (!events) return ''
  const all = events.map((event) => `<a href="#e-${event.id}">${labelOf(event, report)}</a>`)
  return `${verb}: ${all.join('; ')}`
}
