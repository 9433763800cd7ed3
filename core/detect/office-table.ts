import type { Token } from './detect-tokens.ts'
import type { Lexicon, LexiconEntity } from './lexicon.ts'

/** "Sweden's telecom regulator": the agency of a country that holds an office. */
export type OfficeTable = {
  /** Phrases for an office to its class. */
  classes: Map<string, string>
  /** `country class` to the agency. */
  holders: Map<string, LexiconEntity>
}

/** Prepares the offices of a lexicon; of two agencies of a country, the first holds the office. */
export function createOfficeTable({ offices, entities }: Lexicon): OfficeTable {
  const classes = new Map(
    offices.flatMap((office) => office.forms.map((form) => [form, office.class] as const)),
  )
  const known = new Set(classes.values())
  const holders = new Map<string, LexiconEntity>()
  for (const entity of entities) {
    for (const one of entity.classes ?? []) {
      const key = `${entity.country} ${one}`
      if (known.has(one) && !holders.has(key)) holders.set(key, entity)
    }
  }
  return { classes, holders }
}

/** Words before an office that do not change which one it is. */
const EMPTY =
  /^(?:own|top|main|national|federal|state|then|new|current|powerful|chief|civilian|military|central|domestic|country|former)$/

/** The agency that a country's noun at tokens `from`–`to` means, where the lexicon knows it. */
export function officeHolder(
  { classes, holders }: OfficeTable,
  country: string | undefined,
  tokens: Token[],
  from: number,
  to: number,
): LexiconEntity | undefined {
  for (let at = from; at < to; at++) {
    const phrase = tokens
      .slice(at, to)
      .map(({ norm }) => norm)
      .join(' ')
    const held = classes.get(phrase)
    if (held !== undefined) return holders.get(`${country} ${held}`)
    if (!EMPTY.test(tokens[at]?.norm ?? '')) return undefined
  }
  return undefined
}
