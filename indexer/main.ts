/**
 * `npm run index`: reads the seeds and the lexicon, writes the index. The only file of the indexer
 * that touches files. `--check` rebuilds in memory and compares with what is committed.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { SourceIndex } from '../core/source-index.ts'
import type { Inputs } from './build-index.ts'
import { createDetector } from '../core/detect/detect.ts'
import { readCatalogue } from '../core/read-catalogue.ts'
import { speakWith } from '../core/words.ts'
import english from '../public/_locales/en/messages.json' with { type: 'json' }
import { buildIndex } from './build-index.ts'
import { decodeSeed } from './decode-seed.ts'
import { formatFault } from './fault.ts'
import { renderReport } from './render-report.ts'

const USAGE =
  'usage: node indexer/main.ts [--check | --report [FILE]] [--seeds DIR] [--lexicon DIR] [--out FILE]'
/** Where the page for review goes when no file is given. */
const REPORT = '.cache/index-report.html'

type Options = {
  seeds: string
  lexicon: string
  out: string
  check: boolean
  /** The file for the review page; undefined where none was asked for. */
  report?: string
}
type Output = { file: string; content: string }

function main(): number {
  const options = readOptions()
  if (!options) return 2
  const inputs = readInputs(options)
  if (!inputs) return 1
  const built = buildIndex(inputs, createDetector)
  for (const fault of built.faults) console.error(formatFault(locate(fault, options)))
  if (!built.index || !built.lexicon) {
    console.error(`${plural(built.faults.length, 'fault')}; nothing was written`)
    return 1
  }
  const outputs = [
    { file: options.out, content: `${JSON.stringify(built.index, null, 1)}\n` },
    {
      file: path.join(path.dirname(options.out), 'lexicon.json'),
      content: `${JSON.stringify(built.lexicon)}\n`,
    },
  ]
  if (options.report !== undefined) return report(options.report, built.index, inputs)
  return options.check ? check(outputs) : write(outputs, built.index)
}

function readOptions(): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        check: { type: 'boolean', default: false },
        seeds: { type: 'string', default: 'seeds' },
        lexicon: { type: 'string', default: 'data/lexicon' },
        out: { type: 'string', default: 'data/index.json' },
        report: { type: 'boolean', default: false },
      },
    })
    const [file, ...others] = positionals
    if (others.length > 0 || (file !== undefined && !values.report)) {
      throw new Error(`unexpected: ${positionals.join(' ')}`)
    }
    const { report: wanted, ...options } = values
    return wanted ? { ...options, report: file ?? REPORT } : options
  } catch (error) {
    console.error(error instanceof Error ? error.message : error, `\n${USAGE}`)
    return undefined
  }
}

function readInputs({ seeds, lexicon }: Options): Inputs | undefined {
  const sources = path.join(seeds, 'sources.json')
  const wrong = [
    ...[seeds, lexicon]
      .filter((folder) => !isFolder(folder))
      .map((one) => `${one}: no such folder`),
    ...(isFolder(seeds) && !fs.existsSync(sources) ? [`${sources}:1: there is no such file`] : []),
    ...(isFolder(seeds) && list(seeds, '.txt').length === 0
      ? [`${seeds}: holds no .txt file`]
      : []),
    ...(isFolder(lexicon) && list(lexicon, '.json').length === 0
      ? [`${lexicon}: holds no .json file`]
      : []),
  ]
  for (const message of wrong) console.error(message)
  if (wrong.length > 0) return undefined
  return {
    seeds: list(seeds, '.txt').map((file) => {
      const bytes = fs.readFileSync(path.join(seeds, file))
      return { file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
    }),
    sources: fs.readFileSync(sources, 'utf8'),
    lexicon: list(lexicon, '.json').map((name) => ({
      name,
      text: fs.readFileSync(path.join(lexicon, name), 'utf8'),
    })),
  }
}

function isFolder(folder: string): boolean {
  return fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Names in an order that no file system and no locale decides. */
function list(folder: string, ending: string): string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort((a, b) => (a < b ? -1 : 1))
}

/** A fault with the path that the person gave, so that an editor can open it. */
function locate<Fault extends { file: string }>(fault: Fault, { seeds, lexicon }: Options): Fault {
  const isSeed = fault.file === 'sources.json' || fault.file.endsWith('.txt')
  return { ...fault, file: path.join(isSeed ? seeds : lexicon, fault.file) }
}

function check(outputs: Output[]): number {
  const stale = outputs.filter(
    ({ file, content }) => !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== content,
  )
  for (const { file } of stale) {
    console.error(
      `${file}:1: is not what the seeds and the lexicon give; run "npm run index" and commit it`,
    )
  }
  if (stale.length === 0) console.log('the index is up to date')
  return stale.length === 0 ? 0 : 1
}

/** Writes the page for review, and nothing else. */
function report(file: string, index: SourceIndex, { seeds }: Inputs): number {
  const texts = new Map(seeds.map((seed) => [seed.file, decodeSeed(seed).seed?.text ?? '']))
  const byId = new Map(index.documents.map(({ id, file: name }) => [id, texts.get(name) ?? '']))
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, renderReport(index, byId))
  console.log(`${file}: ${plural(index.events.length, 'event')} to review; open it in a browser`)
  return 0
}

function write(outputs: Output[], index: SourceIndex): number {
  for (const { file, content } of outputs) {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, content)
  }
  const { documents, passages, events } = index
  console.log(
    [
      plural(documents.length, 'document'),
      plural(passages.length, 'passage'),
      plural(events.length, 'event'),
    ].join(', '),
  )
  for (const { file, content } of outputs)
    console.log(`${file}: ${Buffer.byteLength(content)} bytes`)
  return 0
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

speakWith(readCatalogue(english))
process.exitCode = main()
