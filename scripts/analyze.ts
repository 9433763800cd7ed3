/**
 * What the extension would mark in texts, and what its cards would show, with the same code.
 *   analyze < texts.ndjson      one {"id","text","lang"?} a line, one {"id","mentions"} a line out
 *   analyze --text FILE         one plain text, as a table
 *   --why                       every candidate with the gate's decision
 * Lines that cannot be read are reported on standard error with their number; the rest is still
 * analysed, and the exit code is 1.
 */

import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { createAnalyzer } from './analyze-text.ts'
import { formatTable } from './format-table.ts'

const { values } = parseArgs({ options: { text: { type: 'string' }, why: { type: 'boolean' } } })
const root = new URL('..', import.meta.url)
const readJson = (name: string) => JSON.parse(fs.readFileSync(new URL(name, root), 'utf8'))
const analyzer = createAnalyzer(readJson('data/lexicon.json'), readJson('data/index.json'))

if (values.text !== undefined) {
  process.exitCode = analyzeFile(values.text) ? 0 : 1
} else {
  process.exitCode = analyzeLines(fs.readFileSync(0, 'utf8').split('\n')) ? 0 : 1
}

function analyzeFile(file: string): boolean {
  if (!fs.existsSync(file)) {
    console.error(`${file}: there is no such file`)
    return false
  }
  const text = fs.readFileSync(file, 'utf8')
  process.stdout.write(
    `${formatTable(values.why ? analyzer.explain(text) : analyzer.summarise(text))}\n`,
  )
  return true
}

function analyzeLines(lines: string[]): boolean {
  let allRead = true
  lines.forEach((line, i) => {
    if (line.trim() === '') return
    const input = readLine(line)
    if (typeof input === 'string') {
      console.error(`line ${i + 1}: ${input}`)
      allRead = false
      return
    }
    const result = values.why
      ? { decisions: analyzer.explain(input.text) }
      : { mentions: analyzer.analyze(input.text) }
    process.stdout.write(`${JSON.stringify({ id: input.id, ...result })}\n`)
  })
  return allRead
}

/** The text of one line, or what is wrong with it. */
function readLine(line: string): { id: unknown; text: string } | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return `not valid JSON: ${error instanceof Error ? error.message : String(error)}`
  }
  if (typeof value !== 'object' || value === null) return 'not an object'
  const { id, text } = value as { id?: unknown; text?: unknown }
  if (id === undefined) return '"id" is missing'
  return typeof text === 'string' ? { id, text } : '"text" is not a string'
}
