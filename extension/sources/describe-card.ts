import {
  createLookup,
  describeContext,
  type CardContent,
  type IndexLookup,
} from '../../core/card/card-content.ts'
import type { ContextQuery } from '../../core/context/context.ts'
import type { SourceSlice } from '../../core/context/context-source.ts'
import { openSource } from './open-source.ts'

/** What the card shows for one mention; `undefined` where the sources have nothing to show. */
export async function describeCard(query: ContextQuery): Promise<CardContent | undefined> {
  const source = await openSource()
  const { context, slice } = await source.find(query)
  return describeContext(lookupOf(slice), query, context)
}

/** A lookup is made once for the same slice: the bundled index stays. */
const lookups = new WeakMap<SourceSlice, IndexLookup>()

function lookupOf(slice: SourceSlice): IndexLookup {
  const lookup = lookups.get(slice) ?? createLookup(slice.index, slice.whole)
  lookups.set(slice, lookup)
  return lookup
}
