import type { Conflict, PassageId } from '../source-index.ts'

/** One thing that one passage says; `key` tells readings apart, `value` shows them. */
export type Reading = {
  key: string
  value: string
  passage: PassageId
  document: string
  /** Who says it, where two voices in one document may differ. */
  voice?: string
}

/** A conflict where different sources read differently; what one source says alone is none. */
export function toConflict(field: string, readings: Reading[]): Conflict | undefined {
  const byKey = Map.groupBy(readings, (reading) => reading.key)
  if (byKey.size < 2 || new Set(readings.map(sourceOf)).size < 2) return undefined
  return {
    field,
    readings: [...byKey.values()].flatMap((group) => {
      const value = group[0]?.value
      if (value === undefined) return []
      return [{ value, passages: [...new Set(group.map((one) => one.passage))] }]
    }),
  }
}

function sourceOf({ document, voice }: Reading): string {
  return `${document} ${voice ?? ''}`
}
