import {
  findQuotations,
  hasQuotationMark,
  MIN_WORDS,
  type PageQuotation,
} from '../core/digest/find-quotations.ts'
import type { Span } from '../core/source-index.ts'
import { closestOf, findIn, parentElementOf } from './form-safe.ts'
import { collectBlocks, placeOf, type TextBlock } from './text-blocks.ts'

/** Quotations of a page, and where each stands, by its id. */
export type QuotationsRead = { quotations: PageQuotation[]; ranges: Map<number, StaticRange> }

/** More than this nobody checks, and a page of nothing but quotations stays quick. */
const MOST_QUOTATIONS = 1000
/** Characters around a quotation in which its speaker may be named. */
const REACH = 240
/** A name under a block quotation is no part of it. */
const SOURCE_LINE = 'footer, cite, figcaption'

type Found = { block: TextBlock; span: Span; before: string; after: string }

/**
 * Reads the quotations under `root`: in marks of any kind, in `<q>` and in `<blockquote>`. Too short
 * ones are left out. Costs one walk over the page's text.
 */
export function readQuotations(root: Element): QuotationsRead {
  const blocks = collectBlocks(root, true)
  const found = blocks.flatMap((block, index) =>
    spansIn(block).map((span) => ({
      block,
      span,
      before: textBefore(blocks, index, span),
      after: textAfter(blocks, index, span),
    })),
  )
  const long = found.filter(isLongEnough).slice(0, MOST_QUOTATIONS)
  return {
    quotations: long.map(({ block, span, before, after }, id) => ({
      id,
      text: squeeze(block.text.slice(span.start, span.end)),
      before,
      after,
    })),
    ranges: new Map(long.flatMap((one, id) => rangeOf(one, id))),
  }
}

function spansIn(block: TextBlock): Span[] {
  const { owner, text } = block
  if (isQuotedWhole(owner)) {
    // Marks inside are the same quotation's own, or one within it.
    const [marked] = findQuotations(text)
    const isAll = marked && marked.end - marked.start > text.trim().length - 4
    return [isAll ? marked : { start: 0, end: text.length }]
  }
  const marked = hasQuotationMark(text) ? findQuotations(text) : []
  return [...marked, ...spansOfQ(block)].toSorted((a, b) => a.start - b.start)
}

function isQuotedWhole(owner: Element): boolean {
  return closestOf(owner, 'blockquote') !== null && closestOf(owner, SOURCE_LINE) === null
}

/** `<q>` has its marks from the style sheet. */
function spansOfQ({ owner, pieces }: TextBlock): Span[] {
  if (findIn(owner, 'q') === null) return []
  const inQ = pieces.filter(({ node }) => quoteAround(node))
  return [...Map.groupBy(inQ, ({ node }) => quoteAround(node)).values()].map((own) => {
    const last = own.at(-1)
    return { start: own[0]?.start ?? 0, end: (last?.start ?? 0) + (last?.node.length ?? 0) }
  })
}

function quoteAround(node: Text): Element | null {
  const parent = parentElementOf(node)
  return parent && closestOf(parent, 'q')
}

function textBefore(blocks: TextBlock[], index: number, { start }: Span): string {
  const own = blocks[index]?.text.slice(Math.max(0, start - REACH), start) ?? ''
  const isFirst = own.trim().length <= 1
  return squeeze(isFirst ? `${blocks[index - 1]?.text.slice(-REACH) ?? ''} ${own}` : own)
}

function textAfter(blocks: TextBlock[], index: number, { end }: Span): string {
  const block = blocks[index]
  const own = block?.text.slice(end, end + REACH) ?? ''
  const next = blocks[index + 1]
  const isSigned = next && own.trim().length <= 1 && closestOf(next.owner, SOURCE_LINE) !== null
  return squeeze(isSigned ? `— ${next.text.slice(0, REACH)}` : own)
}

function isLongEnough({ block, span }: Found): boolean {
  const words = block.text.slice(span.start, span.end).match(/[\p{L}\p{N}]+/gu)
  return (words?.length ?? 0) >= MIN_WORDS
}

function rangeOf({ block, span }: Found, id: number): [number, StaticRange][] {
  const from = placeOf(block, span.start, false)
  const to = placeOf(block, span.end, true)
  if (!from || !to) return []
  const [startContainer, startOffset] = from
  const [endContainer, endOffset] = to
  return [[id, new StaticRange({ startContainer, startOffset, endContainer, endOffset })]]
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
