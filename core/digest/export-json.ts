import type { DigestRecord } from './digest-record.ts'

/** The whole record, for programs; indented, so that two exports can be compared line by line. */
export function exportJson(record: DigestRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`
}
