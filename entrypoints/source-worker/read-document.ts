import type { AgencyTree } from '../../core/context/agency-tree.ts'
import { MOST_PASSAGES, placeOf } from '../../core/packs/postings.ts'
import { termsOfPassage } from '../../core/packs/terms-of.ts'
import type { Entity, Passage, SourceDocument } from '../../core/source-index.ts'
import type { DocumentRow } from '../../extension/sources/kept-db.ts'
import type { OutlineRow, PassageRow } from '../../extension/sources/made-db.ts'
import { monthOfDenial, tieDocument, type TiedDocument } from '../../indexer/build-events.ts'
import { readOwnership } from '../../indexer/find-ownership.ts'
import { indexDocument } from '../../indexer/index-document.ts'
import type { Knowledge } from '../../indexer/knowledge.ts'
import { sortOf } from '../../indexer/merge-claims.ts'
import type { Reading } from '../../core/context/reading.ts'
import type { ReadPassage } from '../../indexer/read-passages.ts'

/** What one document adds to what is made. */
export type ReadDocument = {
  row: DocumentRow
  outline: OutlineRow
  passages: PassageRow[]
  /** Its claims by sort, which never mix in events. */
  tied: Map<string, TiedDocument>
  denials: { place: number; month: string; read: ReadPassage }[]
  ownership: { company: string; reading: Reading }[]
}

/** Reads a kept document by the indexer's rules. */
export function readDocument(
  row: DocumentRow,
  text: string,
  knowledge: Knowledge,
  tree: AgencyTree,
): ReadDocument {
  const { number, file, sha256 } = row
  const indexed = indexDocument({ file, sha256, text }, row, knowledge)
  const read = indexed.read.slice(0, MOST_PASSAGES)
  const { document } = indexed
  const placed = new Map(read.map((one, at) => [one.passage.id, placeOf(number, at)]))
  const whole = tieDocument(indexed, knowledge.hierarchy)
  return {
    row,
    outline: {
      number,
      paragraphs: document.paragraphs,
      heading: `${row.title ?? ''} ${row.publisher} ${row.author ?? ''}`,
    },
    passages: read.map(({ passage }, at) =>
      describePassage(passage, placeOf(number, at), document, tree),
    ),
    tied: splitBySort(whole),
    denials: whole.ties.denials.flatMap((one) => {
      const place = placed.get(one.passage.id)
      return place === undefined ? [] : [{ place, month: monthOfDenial(one), read: one }]
    }),
    ownership: ownershipOf(read, knowledge.entities),
  }
}

function describePassage(
  passage: Passage,
  place: number,
  { paragraphs }: SourceDocument,
  tree: AgencyTree,
): PassageRow {
  const paragraph = paragraphs.find(
    ({ start, end }) => start <= passage.start && passage.start < end,
  )
  const { length } = termsOfPassage(passage, tree)
  return { place, passage, length, ...(paragraph && { paragraph }) }
}

/** Each sort of action with what belongs to its claims. */
function splitBySort({ document, claims, ties }: TiedDocument): Map<string, TiedDocument> {
  const { id, file, published } = document
  const bySort = Map.groupBy(claims, ({ action }) => sortOf(action))
  return new Map(
    [...bySort].map(([sort, own]) => {
      const part = <Value>(map: Map<(typeof own)[number], Value>) =>
        new Map(own.flatMap((claim) => (map.has(claim) ? [[claim, map.get(claim) as Value]] : [])))
      const tied = { supports: part(ties.supports), replies: part(ties.replies), denials: [] }
      return [sort, { document: { id, file, published }, claims: own, ties: tied }]
    }),
  )
}

function ownershipOf(read: ReadPassage[], entities: Entity[]): ReadDocument['ownership'] {
  const body = read.filter(({ passage }) => passage.section === 'body')
  const named = new Set(body.flatMap(({ passage }) => passage.companies))
  return entities
    .filter(({ id, kind }) => kind === 'company' && named.has(id))
    .flatMap((company) =>
      readOwnership(company, body).map((reading) => ({ company: company.id, reading })),
    )
}
