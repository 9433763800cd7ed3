/**
 * Compiles the hand-written lexicon (`companies.json`, `agencies.json`, `actions.json`) into the one
 * object that the extension loads: inflections written out, names checked against each other.
 */

import * as v from 'valibot'
import type { Lexicon } from '../core/detect/lexicon.ts'
import { checkEntities } from './check-lexicon.ts'
import { compileActions } from './compile-actions.ts'
import { agencyEntity, companyEntity, withoutUndefined } from './compile-entities.ts'
import type { Fault } from './fault.ts'
import { lineAt } from './fault.ts'
import { ActionsFile, AgenciesFile, CompaniesFile } from './lexicon-schema.ts'
import { locateJson } from './locate-json.ts'
import { parseJson } from './parse-json.ts'

export type LexiconFile = { name: string; text: string }
export type CompiledLexicon = { lexicon?: Lexicon; faults: Fault[] }

const SCHEMAS = {
  'companies.json': CompaniesFile,
  'agencies.json': AgenciesFile,
  'actions.json': ActionsFile,
}

/**
 * The lexicon made of its three files, or every fault in them: bad JSON, unknown fields and kinds,
 * missing names and files, doubled ids, unknown `partOf`, and names that two entities share without
 * both being marked as ambiguous.
 */
export function compileLexicon(files: LexiconFile[]): CompiledLexicon {
  const faults: Fault[] = files
    .filter((file) => !Object.hasOwn(SCHEMAS, file.name))
    .map((file) => ({ file: file.name, line: 1, message: 'not a file of the lexicon' }))
  const companies = readFile(files, 'companies.json', CompaniesFile, faults)
  const agencies = readFile(files, 'agencies.json', AgenciesFile, faults)
  const actions = readFile(files, 'actions.json', ActionsFile, faults)
  if (!companies || !agencies || !actions) return { faults }

  const entities = [
    ...companies.companies.map(companyEntity),
    ...agencies.agencies.map((agency) => agencyEntity(agency, agencies.countries)),
  ]
  faults.push(...checkEntities(entities, agencies.countries, files))
  if (faults.length > 0) return { faults }
  return {
    faults,
    lexicon: {
      version: 1,
      entities,
      governmentNouns: agencies.governmentNouns.map(withoutMarks),
      governmentHeads: agencies.governmentHeads,
      governmentModifiers: agencies.governmentModifiers,
      titles: agencies.titles.map(withoutMarks),
      offices: agencies.offices,
      generics: Object.fromEntries(
        agencies.generic.map((one) => [withoutMarks(one.form), one.class]),
      ),
      lexemes: compileActions(actions),
      refinements: actions.refinements.map(withoutUndefined),
      cues: actions.cues,
    },
  }
}

/** A phrase as the words of a text are read: lower case, without marks. */
function withoutMarks(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function readFile<Schema extends v.GenericSchema>(
  files: LexiconFile[],
  name: string,
  schema: Schema,
  faults: Fault[],
): v.InferOutput<Schema> | undefined {
  const text = files.find((file) => file.name === name)?.text.replace(/^\uFEFF/, '')
  if (text === undefined) {
    faults.push({ file: name, line: 1, message: 'the file is missing' })
    return undefined
  }
  const parsed = parseJson(text, name)
  if ('fault' in parsed) {
    faults.push(parsed.fault)
    return undefined
  }
  const result = v.safeParse(schema, parsed.value)
  if (result.success) return result.output
  faults.push(...result.issues.map((issue) => toFault(name, text, issue)))
  return undefined
}

function toFault(file: string, text: string, issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map((item) => item.key).filter(isKey)
  const where = path.length === 0 ? '' : `${path.join('.')}: `
  return { file, line: lineAt(text, locateJson(text, path)), message: `${where}${issue.message}` }
}

function isKey(key: unknown): key is string | number {
  return typeof key === 'string' || typeof key === 'number'
}
