import type {
  Attribution,
  Conflict,
  DateValue,
  EntityId,
  Passage,
  SourceDocument,
  SourceEvent,
  SourceIndex,
} from '../core/source-index.ts'
import { sayAction, sayDate, sayOutletsOwnWords, sayStanding } from '../core/wording.ts'

/** An index with what the page looks up in it. */
export type ReportIndex = {
  index: SourceIndex
  passages: Map<string, Passage>
  documents: Map<string, SourceDocument>
  byDocument: Map<string, Passage[]>
  names: Map<EntityId, string>
  /** The events that a passage bears out, and those that it answers. */
  evidenceFor: Map<string, SourceEvent[]>
  replyTo: Map<string, SourceEvent[]>
}

/** The look-ups of an index; linear in its size. */
export function toReportIndex(index: SourceIndex): ReportIndex {
  return {
    index,
    passages: new Map(index.passages.map((passage) => [passage.id, passage])),
    documents: new Map(index.documents.map((document) => [document.id, document])),
    byDocument: Map.groupBy(index.passages, ({ document }) => document),
    names: new Map(index.entities.map(({ id, name }) => [id, name])),
    evidenceFor: eventsBy(index, ({ passages }) => passages),
    replyTo: eventsBy(index, ({ replies }) => replies),
  }
}

function eventsBy(
  { events }: SourceIndex,
  idsOf: (event: SourceEvent) => string[],
): Map<string, SourceEvent[]> {
  const found = new Map<string, SourceEvent[]>()
  for (const event of events) {
    for (const id of idsOf(event)) {
      const list = found.get(id)
      if (list) list.push(event)
      else found.set(id, [event])
    }
  }
  return found
}

/** Text as HTML text and attribute value. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** `Pentagon · ban · Huawei, ZTE`. */
export function labelOf({ agencies, action, targets }: SourceEvent, report: ReportIndex): string {
  const name = (id: string) =>
    id === 'chinese-telecom' ? 'Chinese telecom at large' : (report.names.get(id) ?? id)
  const who = agencies.length > 0 ? agencies.map(name).join(', ') : 'agency not named'
  return escapeHtml([who, sayAction(action), targets.map(name).join(', ')].join(' · '))
}

/** Who says it, as what, in which standing, and through whom. */
export function renderSpeaker(attribution: Attribution | undefined, report: ReportIndex): string {
  if (!attribution) return sayOutletsOwnWords()
  const { speaker, role, standing, via, speaksFor } = attribution
  const body = speaksFor === undefined ? undefined : report.names.get(speaksFor)
  const parts = [
    role === undefined ? undefined : escapeHtml(role),
    speaker === sayStanding(standing) ? undefined : sayStanding(standing),
    via === undefined ? undefined : `through ${escapeHtml(via)}`,
    body === undefined ? undefined : `speaks for ${escapeHtml(body)}`,
  ]
  return [`<b>${escapeHtml(speaker)}</b>`, ...parts.filter(Boolean)].join(', ')
}

/** A date with the words that it was read from. */
export function renderDate(date: DateValue): string {
  const phrase = date.phrase === undefined ? '' : ` <span>“${escapeHtml(date.phrase)}”</span>`
  return `${escapeHtml(sayDate(date))}${phrase}`
}

/** A passage as a quotation that links to its place in its document. */
export function renderQuote(id: string, report: ReportIndex): string {
  const passage = report.passages.get(id)
  const document = passage && report.documents.get(passage.document)
  if (!passage || !document) return ''
  const source = `${escapeHtml(document.publisher)}, ${escapeHtml(sayDate(document.published))}`
  return `<blockquote class="${passage.stance}"><p>${escapeHtml(passage.text)}</p>
<div class="meta">${renderSpeaker(passage.attribution, report)} · <a href="#p-${id}">${source}</a></div></blockquote>`
}

/** The readings of a conflict side by side, each with its quotations. */
export function renderConflict({ field, readings }: Conflict, report: ReportIndex): string {
  const columns = readings.map(
    ({ value, passages }) =>
      `<div><div class="reading">${escapeHtml(value)}</div>${passages.map((id) => renderQuote(id, report)).join('')}</div>`,
  )
  return `<div class="conflict"><h4>The sources differ: ${escapeHtml(field)}</h4><div class="readings">${columns.join('')}</div></div>`
}
