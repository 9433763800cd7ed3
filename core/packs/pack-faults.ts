import * as v from 'valibot'
import { say, type MessageKey } from '../words.ts'

/** What is wrong with a pack file, and where: a path such as `documents.3.published.value`, or a line. */
export type PackFault = { where: string; what: string }

/** So many faults are told; with more, something else is wrong. */
export const MOST_FAULTS = 20

/** Faults that a check of ours names by its message; the checker's own words are for developers. */
const NAMED = [
  'library_faultEmpty',
  'library_faultDate',
  'library_faultAddress',
  'library_faultLong',
] as const
/** Faults that the checker tells apart itself. */
const BY_TYPE: Record<string, MessageKey> = {
  non_empty: 'library_faultEmpty',
  max_length: 'library_faultLong',
}

export function toFaults(issues: v.BaseIssue<unknown>[]): PackFault[] {
  return issues.slice(0, MOST_FAULTS).map((issue) => ({
    where: v.getDotPath(issue) ?? say('library_faultFile'),
    what: sayFault(issue),
  }))
}

function sayFault({ received, type, message }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return say('library_faultMissing')
  return say(NAMED.find((key) => key === message) ?? BY_TYPE[type] ?? 'library_faultWrong')
}

/** Of a text that is no JSON: where it breaks off, as far as the browser tells. */
export function jsonFault(text: string, error: unknown): PackFault {
  const line = lineOf(text, String(error))
  return {
    where: line === undefined ? say('library_faultFile') : say('library_faultLine', { line }),
    what: say('library_faultNoJson'),
  }
}

function lineOf(text: string, error: string): number | undefined {
  const [, told] = /line (\d+) column \d+/.exec(error) ?? []
  if (told !== undefined) return Number(told)
  const [, at] = /position (\d+)/.exec(error) ?? []
  return at === undefined ? undefined : text.slice(0, Number(at)).split('\n').length
}
