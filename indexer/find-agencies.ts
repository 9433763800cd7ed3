import type { Entity } from '../core/source-index.ts'
import type { Lexicon, LexiconEntity } from '../core/lexicon.ts'
import type { FoundEntity } from './find-entities.ts'
import { createEntityFinder } from './find-entities.ts'

type Finder = (text: string) => FoundEntity[]

/**
 * A finder of the agencies that a text names, acting or not: by name, by official, and by country
 * where a word for government follows ("US officials", "Australian authorities").
 */
export function createAgencyFinder(lexicon: Lexicon): Finder {
  return createEntityFinder(
    agencies(lexicon).map((agency) => withForms(agency, (name) => agencyForms(name, lexicon))),
  )
}

/** A finder of countries by name, each as its government: whose "government report" it is. */
export function createCountryFinder(lexicon: Lexicon): Finder {
  return createEntityFinder(
    agencies(lexicon).map((agency) =>
      withForms(agency, (name) =>
        typeof name !== 'string' && name.role === 'country' ? [name.form] : [],
      ),
    ),
  )
}

type Name = LexiconEntity['names'][number]

function agencies(lexicon: Lexicon): LexiconEntity[] {
  return lexicon.entities.filter(({ kind }) => kind === 'agency')
}

function withForms(agency: LexiconEntity, forms: (name: Name) => string[]): Entity {
  const { id, kind, name, names } = agency
  return { id, kind, name, aliases: names.flatMap(forms), conflicts: [] }
}

function agencyForms(name: Name, { governmentNouns }: Lexicon): string[] {
  if (typeof name === 'string') return [name]
  if (name.role === 'country' || name.role === 'adjective') {
    return governmentNouns.map((noun) => `${name.form} ${noun}`)
  }
  // A form that needs its context would be guessed at here; the detector finds it where it acts.
  const plain = name.role === undefined || name.role === 'name' || name.role === 'official'
  return plain && !name.context ? [name.form] : []
}
