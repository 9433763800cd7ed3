import * as v from 'valibot'
import { CountryCode } from './country-code.ts'
import { ACTION_KINDS, type SourceIndex } from './source-index.ts'

/** The shape of `data/index.json`, checked before anything of it is used. */
const text = v.string()
const ids = v.array(text)
const offset = v.pipe(v.number(), v.integer(), v.minValue(0))
const kind = v.picklist(ACTION_KINDS)

const DateShape = v.object({
  value: v.pipe(text, v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
  precision: v.picklist(['year', 'month', 'day']),
  basis: v.picklist(['text', 'inferred', 'looked-up']),
  phrase: v.exactOptional(text),
})
const ConflictShape = v.object({
  field: text,
  readings: v.array(v.object({ value: text, passages: ids })),
})
const DocumentShape = v.object({
  id: text,
  file: text,
  sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
  title: v.nullable(text),
  publisher: text,
  published: DateShape,
  address: v.nullable(text),
  paragraphs: v.array(
    v.object({
      start: offset,
      end: offset,
      kind: v.picklist(['title', 'heading', 'body', 'caption', 'link', 'reader-comment', 'stamp']),
    }),
  ),
})
const EntityShape = v.object({
  id: text,
  kind: v.picklist(['company', 'agency']),
  name: text,
  aliases: v.array(text),
  country: v.exactOptional(CountryCode),
  partOf: v.exactOptional(text),
  conflicts: v.array(ConflictShape),
})
const AttributionShape = v.object({
  speaker: text,
  role: v.exactOptional(text),
  standing: v.picklist(['on-record', 'spokesperson', 'anonymous', 'document', 'reported-by-other']),
  via: v.exactOptional(text),
  speaksFor: v.exactOptional(text),
})
const PassageShape = v.object({
  id: text,
  document: text,
  start: offset,
  end: offset,
  text,
  section: v.picklist(['body', 'reader-comment']),
  stance: v.picklist(['action', 'allegation', 'response', 'background']),
  attribution: v.exactOptional(AttributionShape),
  companies: ids,
  agencies: ids,
  actions: v.array(kind),
  date: v.exactOptional(DateShape),
})
const EventShape = v.object({
  id: text,
  agencies: ids,
  action: kind,
  targets: ids,
  date: v.exactOptional(DateShape),
  status: v.picklist(['proposed', 'announced', 'in-force', 'suspended', 'reported', 'past']),
  passages: ids,
  replies: ids,
  conflicts: v.array(ConflictShape),
})
const IndexShape = v.object({
  schemaVersion: v.literal(1),
  documents: v.array(DocumentShape),
  entities: v.array(EntityShape),
  passages: v.array(PassageShape),
  events: v.array(EventShape),
})

export type ParsedIndex = { ok: true; index: SourceIndex } | { ok: false; fault: string }

/** Checks shape and references; the fault names the first place that is wrong. */
export function parseIndex(data: unknown): ParsedIndex {
  const checked = v.safeParse(IndexShape, data)
  if (!checked.success) {
    const [issue] = checked.issues
    return { ok: false, fault: `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` }
  }
  const fault = findBrokenReference(checked.output)
  return fault === undefined ? { ok: true, index: checked.output } : { ok: false, fault }
}

/** The first id that points at nothing, in words. */
function findBrokenReference(index: SourceIndex): string | undefined {
  const documents = new Set(index.documents.map((one) => one.id))
  const passages = new Set(index.passages.map((one) => one.id))
  for (const { id, document } of index.passages)
    if (!documents.has(document)) return `passage ${id} names the unknown document ${document}`
  for (const { id, passages: evidence, replies } of index.events)
    for (const one of [...evidence, ...replies])
      if (!passages.has(one)) return `event ${id} names the unknown passage ${one}`
  return undefined
}
