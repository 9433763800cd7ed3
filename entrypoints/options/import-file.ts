import type { SettingsEdit } from '../../core/settings/edit.ts'
import { MOST_HIDDEN, MOST_SITES } from '../../core/settings/settings.ts'
import {
  LONGEST_FILE,
  readSettingsFile,
  type FileFault,
} from '../../core/settings/settings-file.ts'
import { say, sayAny, sayCount, sayList } from '../../core/words.ts'
import { locateJson } from '../../indexer/locate-json.ts'
import { findJsonError } from '../../indexer/parse-json.ts'

/** What a file asks for and what it held, in a sentence; or what is wrong with it, and where. */
export type Imported = { edit: SettingsEdit; sentence: string } | { fault: string }

/** Reads a file of settings. One that is wrong anywhere changes nothing. */
export async function importFile(file: File): Promise<Imported> {
  if (file.size > LONGEST_FILE) return { fault: say('options_importTooLarge') }
  try {
    return importText(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
  } catch {
    return { fault: say('options_importNoText') }
  }
}

/** The same, of a text. */
export function importText(text: string): Imported {
  const own = text.replace(/^\uFEFF/, '')
  const parsed = parse(own)
  if ('fault' in parsed) return { fault: say('options_importFault', parsed) }
  const read = readSettingsFile(parsed.value)
  if ('fault' in read)
    return { fault: say('options_importFault', { fault: sayFault(own, read.fault) }) }
  return { edit: read.edit, sentence: sayImported(read.edit) }
}

function parse(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { fault: sayJsonFault(text) }
  }
}

function sayJsonFault(text: string): string {
  try {
    const { line, found } = findJsonError(text)
    if (found === undefined) return say('options_faultJsonEnd', { line: String(line) })
    return say('options_faultJson', { line: String(line), found })
  } catch {
    // Whoever nests this deep means no settings.
    return say('options_faultDeep', { line: 1 })
  }
}

const FAULTS = {
  number: 'options_faultNumber',
  integer: 'options_faultInteger',
  noVersion: 'options_faultNoVersion',
  newer: 'options_faultNewer',
  list: 'options_faultList',
  unknown: 'options_faultUnknown',
  missing: 'options_faultMissing',
  colour: 'options_faultColour',
  site: 'options_faultSite',
} as const

function sayFault(text: string, fault: FileFault): string {
  const line = text.slice(0, locateJson(text, fault.path)).split('\n').length
  // As editors write it, without marks between thousands.
  const at = { line: String(line), path: sayPath(fault.path) }
  if (fault.kind === 'other')
    return say('options_faultNot', { ...at, expected: sayAny(fault.expected) })
  if (fault.kind === 'manySites') return say('options_faultSites', { ...at, most: MOST_SITES })
  if (fault.kind === 'manyNames') return say('options_faultNames', { ...at, most: MOST_HIDDEN })
  return say(FAULTS[fault.kind], at)
}

/** As programmers write it: `sites[3].site`. */
function sayPath(path: FileFault['path']): string {
  if (path.length === 0) return say('options_faultWhole')
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${part}`))
    .join('')
}

function sayImported({ sites = [], hidden = [] }: SettingsEdit): string {
  const held = [
    sayCount('options_siteCount', sites.length),
    sayCount('options_wrongCount', hidden.length),
  ]
  return say('options_imported', { held: sayList(held) })
}
