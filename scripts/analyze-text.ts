import { createContextFinder } from '../core/context/context.ts'
import type { ContextQuery } from '../core/context/context.ts'
import { createDetector } from '../core/detect/detect.ts'
import type { Lexicon } from '../core/detect/lexicon.ts'
import type { Mention } from '../core/mention.ts'
import type { EntityId, SourceIndex } from '../core/source-index.ts'
import { splitBlocks } from '../core/detect/split-blocks.ts'

/** One mention as the analyzer writes it. Offsets are UTF-16; `file` is a seed's file name. */
export type AnalyzedMention = {
  start: number
  end: number
  surface: string
  type: string
  agency?: string
  action?: string
  target?: string
  modality?: string
  context: { passages: { file: string; start: number; end: number; text: string; tier: string }[] }
}

export type Row = Record<string, string>

export type Analyzer = {
  analyze: (text: string) => AnalyzedMention[]
  /** One row a mention, with its first passage. */
  summarise: (text: string) => Row[]
  /** One row a candidate, with the gate's reason. */
  explain: (text: string) => Row[]
}

/** Detection and context in one, for the command line. */
export function createAnalyzer(lexicon: Lexicon, index: SourceIndex): Analyzer {
  const detector = createDetector(lexicon)
  const finder = createContextFinder(index)
  const passages = new Map(index.passages.map((passage) => [passage.id, passage]))
  const files = new Map(index.documents.map((document) => [document.id, document.file]))
  const names = new Map(lexicon.entities.map((entity) => [entity.id, entity.name]))

  const describe = (
    text: string,
    mention: Mention,
    pageCompanies: EntityId[],
  ): AnalyzedMention => ({
    start: mention.start,
    end: mention.end,
    surface: text.slice(mention.start, mention.end),
    ...describeKind(mention, names),
    context: {
      passages: finder
        .find(toQuery(text, mention, pageCompanies))
        .passages.flatMap(({ passage, tier }) => {
          const found = passages.get(passage)
          return found
            ? [
                {
                  file: files.get(found.document) ?? '',
                  start: found.start,
                  end: found.end,
                  text: found.text,
                  tier,
                },
              ]
            : []
        }),
    },
  })

  const analyze = (text: string) => {
    const mentions = detector.detectMentions(text)
    const pageCompanies = mostFrequent(mentions)
    return mentions.map((mention) => describe(text, mention, pageCompanies))
  }
  const explain = (text: string) => {
    const blocks = splitBlocks(text)
    const findings = blocks.map((block) => detector.scanBlock(text.slice(block.start, block.end)))
    return detector.explainMentions(findings).flatMap((decisions, i) =>
      decisions.map(({ span, mention, reason }) => {
        const start = span.start + (blocks[i]?.start ?? 0)
        const surface = text.slice(start, start + span.end - span.start)
        return { at: String(start), marked: mention ? mention.kind : 'no', surface, reason }
      }),
    )
  }
  return { analyze, explain, summarise: (text) => analyze(text).map(toRow) }
}

function describeKind(
  mention: Mention,
  names: Map<EntityId, string>,
): Omit<AnalyzedMention, 'start' | 'end' | 'surface' | 'context'> {
  if (mention.kind === 'company') return { type: `company:${mention.company}` }
  const { agency, action, target, modality } = mention
  return { type: 'agency-action', agency: names.get(agency) ?? agency, action, target, modality }
}

function toQuery(text: string, mention: Mention, pageCompanies: EntityId[]): ContextQuery {
  const sentence = text.slice(mention.sentence.start, mention.sentence.end)
  if (mention.kind === 'company') return { company: mention.company, sentence, pageCompanies }
  const { agency, alsoBy, action, target } = mention
  return { agency, ...(alsoBy && { alsoBy }), action, target, sentence, pageCompanies }
}

function mostFrequent(mentions: Mention[]): EntityId[] {
  const counts = new Map<EntityId, number>()
  for (const one of mentions) {
    if (one.kind === 'company') counts.set(one.company, (counts.get(one.company) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([company]) => company)
}

function toRow(mention: AnalyzedMention): Row {
  const first = mention.context.passages[0]
  const action = [mention.agency, mention.action, mention.target, mention.modality]
    .filter(Boolean)
    .join(' · ')
  return {
    at: String(mention.start),
    surface: mention.surface,
    what: action || mention.type,
    tier: first?.tier ?? 'nothing',
    'first passage': first?.text ?? '',
  }
}
