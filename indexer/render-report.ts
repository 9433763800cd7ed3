import type { SourceEvent, SourceIndex } from '../core/source-index.ts'
import type { ReportIndex } from './report-parts.ts'
import { sayStatus } from '../core/wording.ts'
import { renderCoverage } from './report-coverage.ts'
import { renderDocument } from './report-document.ts'
import {
  escapeHtml,
  labelOf,
  renderConflict,
  renderDate,
  renderQuote,
  toReportIndex,
} from './report-parts.ts'
import { REPORT_STYLE } from './report-style.ts'

/**
 * The whole index as one self-contained page for an editor's eye: events in order of time with their
 * quotations and replies, conflicts side by side, every document with its passages, and what the
 * documents cover. `texts` holds each document's text by its id. No script, no outside address.
 */
export function renderReport(index: SourceIndex, texts: Map<string, string>): string {
  const report = toReportIndex(index)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Index for review</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header class="top">
<h1>Index for review</h1>
<p class="lead">Everything that the build made of the documents. Each quotation stands word for word in its document; its source leads to the place.</p>
${renderNumbers(report)}
</header>
${NAVIGATION}
<main>
<h2 id="events">Events</h2>
${index.events.map((event) => renderEvent(event, report)).join('\n')}
<h2 id="conflicts">Where the sources differ</h2>
${renderConflicts(report)}
<h2 id="documents">Documents</h2>
<p class="lead">Every passage with who says it and what it serves for. What is not body text is set apart and is never evidence.</p>
${index.documents.map((document) => renderDocument(document, texts.get(document.id) ?? '', report)).join('\n')}
<h2 id="coverage">Coverage</h2>
${renderCoverage(report)}
<footer>Made by the indexer from the documents and the lexicon. Not written by hand: what is wrong here is mended in a rule, and the index built again.</footer>
</main>
</body>
</html>
`
}

const NAVIGATION = `<nav><div>
<a href="#events">Events</a><a href="#conflicts">Conflicts</a><a href="#documents">Documents</a><a href="#coverage">Coverage</a>
<span class="legend"><span class="tag action">action</span><span class="tag allegation">allegation</span><span class="tag response">response</span><span class="tag background">background</span></span>
</div></nav>`

function renderNumbers({ index }: ReportIndex): string {
  const { documents, passages, events, entities } = index
  const conflicts = [...events, ...entities].reduce((sum, one) => sum + one.conflicts.length, 0)
  const numbers: [number, string][] = [
    [documents.length, 'documents'],
    [passages.length, 'passages'],
    [passages.filter(({ attribution }) => attribution).length, 'with a speaker'],
    [events.length, 'events'],
    [events.filter(({ replies }) => replies.length > 0).length, 'events with a reply'],
    [conflicts, 'conflicts'],
  ]
  const items = numbers.map(
    ([count, what]) => `<li><b>${count.toLocaleString('en')}</b>${what}</li>`,
  )
  return `<ul class="numbers">${items.join('')}</ul>`
}

function renderEvent(event: SourceEvent, report: ReportIndex): string {
  const { id, date, status, passages, replies, conflicts } = event
  const basis = date && date.phrase === undefined ? 'no word dates it' : ''
  const when = date ? renderDate(date) : 'undated'
  const sources = new Set(passages.map((one) => report.passages.get(one)?.document)).size
  const told = sources === 1 ? 'told by one document' : `told by ${sources} documents`
  return `<article class="event" id="e-${id}">
<div class="when">${when}${basis ? `<span>${basis}</span>` : ''}</div>
<div><h3>${labelOf(event, report)}</h3>
<p class="meta">${sayStatus(status)} · ${told}</p>
<div class="sides"><section><h4>What is told</h4>${renderQuotes(passages, report)}</section>
<section><h4>What the company answers</h4>${renderQuotes(replies, report) || '<p class="none">No reply in these documents.</p>'}</section></div>
${conflicts.map((conflict) => renderConflict(conflict, report)).join('')}</div>
</article>`
}

function renderQuotes(ids: string[], report: ReportIndex): string {
  return ids.map((id) => renderQuote(id, report)).join('')
}

function renderConflicts(report: ReportIndex): string {
  const { events, entities } = report.index
  const told = [
    ...events.map((event) => ({
      title: `<a href="#e-${event.id}">${labelOf(event, report)}</a>`,
      conflicts: event.conflicts,
    })),
    ...entities.map(({ name, conflicts }) => ({ title: escapeHtml(name), conflicts })),
  ].filter(({ conflicts }) => conflicts.length > 0)
  const all = told.map(({ title, conflicts }) => {
    const boxes = conflicts.map((conflict) => renderConflict(conflict, report))
    return `<div class="document"><h3>${title}</h3>${boxes.join('')}</div>`
  })
  return all.join('\n') || '<p class="none">None was found.</p>'
}
