/**
 * The index: everything the extension knows, built by `indexer/` from `seeds/` and the lexicon.
 * Other tools read `data/index.json`, so names and meanings here are a contract: they may grow,
 * never change. All offsets are UTF-16 code units into the seed's text, half-open.
 */

/** A stretch of text: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export type Span = { start: number; end: number }

export type EntityId = string
export type DocumentId = string
export type PassageId = string
export type EventId = string

/** Everything an agency can do, one word per kind; the order is the one shown in filters. */
export const ACTION_KINDS = [
  'ban',
  'restrict',
  'warn',
  'investigate',
  'charge',
  'fine',
  'settle',
  'deny-export',
  'legislate',
  'testify',
  'urge-allies',
  'designate',
  'lift',
  'report',
  'evaluate',
] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

/**
 * A date as far as it is known. `value` is `2018`, `2018-05` or `2018-05-02`, as `precision` says.
 * `basis`: stated in the text, inferred from it, or looked up elsewhere; show an inferred date as
 * "about". `phrase` holds the words that it was resolved from ("last month").
 */
export type DateValue = {
  value: string
  precision: 'year' | 'month' | 'day'
  basis: 'text' | 'inferred' | 'looked-up'
  phrase?: string
}

export type ParagraphKind =
  'title' | 'heading' | 'body' | 'caption' | 'link' | 'reader-comment' | 'stamp'
export type Paragraph = Span & { kind: ParagraphKind }

export type SourceDocument = {
  id: DocumentId
  /** File name inside `seeds/`. */
  file: string
  /** Hex digest of the file's bytes. */
  sha256: string
  /** `null` where the document has no headline. */
  title: string | null
  publisher: string
  published: DateValue
  /** Where the same text was published; `null` where that is not known. */
  address: string | null
  paragraphs: Paragraph[]
  /** Of a reader's own document only: its pack, who wrote it, when it was captured (ms since the epoch). */
  pack?: PackLabel
  author?: string
  captured?: number
  /** Added since a card or the digest was last opened. */
  isNew?: true
}

/** The pack that a reader's own document is in. */
export type PackLabel = { id: string; name: string }

/** One question that the sources answer differently, each reading with the passages that give it. */
export type Conflict = {
  /** `amount`, `date`, `duration`, `scope`, `place`, `ownership` or another single word. */
  field: string
  readings: { value: string; passages: PassageId[] }[]
}

export type Entity = {
  id: EntityId
  kind: 'company' | 'agency'
  name: string
  aliases: string[]
  /** ISO 3166-1 alpha-2, or `EU`. */
  country?: string
  partOf?: EntityId
  conflicts: Conflict[]
}

export type Standing = 'on-record' | 'spokesperson' | 'anonymous' | 'document' | 'reported-by-other'

/** Who says it. A passage without one is the outlet's own words. */
export type Attribution = {
  speaker: string
  role?: string
  standing: Standing
  /** The outlet or agency through which the words came ("The Wall Street Journal"). */
  via?: string
  /** The company or agency for which the speaker speaks, where the text says so. */
  speaksFor?: EntityId
}

export type Stance = 'action' | 'allegation' | 'response' | 'background'

/** A verbatim stretch of one seed: `text === seed.slice(start, end)`, always. */
export type Passage = Span & {
  id: PassageId
  document: DocumentId
  text: string
  section: 'body' | 'reader-comment'
  stance: Stance
  attribution?: Attribution
  companies: EntityId[]
  agencies: EntityId[]
  actions: ActionKind[]
  date?: DateValue
}

export type EventStatus = 'proposed' | 'announced' | 'in-force' | 'suspended' | 'reported' | 'past'

/** One action by one or more agencies on one or more targets at one time. */
export type SourceEvent = {
  id: EventId
  agencies: EntityId[]
  action: ActionKind
  /** Company ids, `chinese-telecom`, or another target in words. */
  targets: string[]
  date?: DateValue
  status: EventStatus
  /** Evidence, the clearest passage first. */
  passages: PassageId[]
  /** What the targets answered. */
  replies: PassageId[]
  conflicts: Conflict[]
}

export type SourceIndex = {
  schemaVersion: 1
  documents: SourceDocument[]
  entities: Entity[]
  passages: Passage[]
  events: SourceEvent[]
}
