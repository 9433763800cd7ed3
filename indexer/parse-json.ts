import type { Fault } from './fault.ts'
import { lineAt } from './fault.ts'

/** The value of a JSON file, or a fault at the line where it stops being JSON. A BOM is skipped. */
export function parseJson(text: string, file: string): { value: unknown } | { fault: Fault } {
  const own = text.replace(/^\uFEFF/, '')
  try {
    return { value: JSON.parse(own) }
  } catch {
    const { line, found = 'the end' } = findJsonError(own)
    return { fault: { file, line, message: `not valid JSON: ${found} is unexpected here` } }
  }
}

/**
 * Where a text without a BOM stops being JSON, and what stands there in quotation marks; nothing
 * where something is missing at the end. Engines name the place in their own ways, or not at all.
 */
export function findJsonError(text: string): { line: number; found?: string } {
  const at = findError(text)
  const line = lineAt(text, at)
  return at < text.length
    ? { line, found: `"${text.slice(at, at + 12).split(/\s/)[0]}"` }
    : { line }
}

const SPACE = /[ \t\r\n]*/y
const SCALAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const KEY = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y

/** Offset of the first character that cannot stand where it does; the length where text is missing. */
function findError(text: string): number {
  const scan: Scan = { text, at: 0 }
  const whole = value(scan)
  skip(scan, SPACE)
  return whole ? Math.min(scan.at, text.length) : scan.at
}

type Scan = { text: string; at: number }

/** Moves over one value; false with `at` on the error. */
function value(scan: Scan): boolean {
  skip(scan, SPACE)
  const open = scan.text[scan.at]
  if (open === '{') return list(scan, '}', () => member(scan))
  if (open === '[') return list(scan, ']', () => value(scan))
  return skip(scan, SCALAR)
}

function member(scan: Scan): boolean {
  skip(scan, SPACE)
  return skip(scan, KEY) && take(scan, ':') && value(scan)
}

function list(scan: Scan, close: string, one: () => boolean): boolean {
  scan.at++
  if (take(scan, close)) return true
  do {
    if (!one()) return false
  } while (take(scan, ','))
  return take(scan, close)
}

function take(scan: Scan, mark: string): boolean {
  skip(scan, SPACE)
  if (scan.text[scan.at] !== mark) return false
  scan.at++
  return true
}

function skip(scan: Scan, pattern: RegExp): boolean {
  pattern.lastIndex = scan.at
  const match = pattern.exec(scan.text)
  if (match) scan.at += match[0].length
  return match !== null
}
