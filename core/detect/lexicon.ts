import type { ActionKind, EntityId } from '../source-index.ts'

/** How a written form must be capitalised: as written, each capital kept, or anyhow. */
export type CaseRule = 'exact' | 'capitals' | 'any'

/**
 * What a written form stands for. `name`: the entity itself. `country`, `adjective`, `seat`: its
 * government, where the grammar says so. `surname`: an official, where the page names them in full.
 * `generic`: whichever agency of the class was named last.
 */
export type NameRole = 'name' | 'country' | 'adjective' | 'seat' | 'official' | 'surname'

/** One written form with its conditions; a plain string has none. */
export type NameRule = {
  form: string
  role?: NameRole
  case?: CaseRule
  /** At least one of these must stand in the same block, or the page must name the entity surely. */
  context?: string[]
  /** That the page names the entity's country, or another agency of it, is context too. */
  home?: boolean
  /** Where one of these stands in the same block, it may be another: the page must name the entity surely. */
  unless?: string[]
  /** What must not follow: words, or single characters in scripts without spaces. */
  notBefore?: string[]
  /** Words that must not come before. */
  notAfter?: string[]
  /** A misspelling: the reader is asked whether it is meant. */
  suggested?: boolean
  /** An action that the form itself implies ("US law" as a subject is `legislate`). */
  action?: ActionKind
  /** A law of its parliament, which does what it says: only sure words tell that. */
  law?: boolean
}

export type LexiconEntity = {
  id: EntityId
  kind: 'company' | 'agency'
  name: string
  country?: string
  partOf?: EntityId
  /** A whole government or community of agencies, too broad to make two actions the same. */
  umbrella?: boolean
  /** What the agency is called after its first naming ("the regulator"). */
  classes?: string[]
  /** Companies that all it does concerns (the board that oversees Huawei's evaluation centre). */
  about?: EntityId[]
  names: (string | NameRule)[]
  /** Forms that stand for it in another role, without conditions. */
  roles?: { [Role in Exclude<NameRole, 'name'>]?: string[] }
}

/** Grammatical forms of a word, as a bit mask. */
export const WORD_FORM = {
  base: 1,
  third: 2,
  past: 4,
  participle: 8,
  gerund: 16,
  noun: 32,
} as const

/**
 * Verbs alike, or nouns alike, with their inflections written out, space-separated in `verb` (base, third person,
 * past, participle, gerund; further verbs and spellings repeat the five) or comma-separated in `noun`
 * (singular, plural; may be phrases).
 */
export type Lexeme = {
  /**
   * `light` verbs carry an action noun ("issue a warning"), `say` verbs report, `plain` ones are what
   * anybody does ("use"), `refused` ones a ban where they are negated ("will not buy"); else an action.
   */
  role?: VerbRole
  verb?: string
  noun?: string
  kind?: ActionKind
  /** Counts only where the sentence itself names the companies or their trade. */
  weak?: boolean
  /** Negated it is a ban: "will not allow". */
  permits?: boolean
  /** One of these must follow within a few words ("freeze … out"). */
  particles?: string[]
  /** One of these must stand near by ("pass … bill"). */
  near?: string[]
  /** A noun that counts only as the object of a verb ("raised concerns"). */
  needsVerb?: boolean
}

export type VerbRole = 'light' | 'say' | 'plain' | 'refused'

/** Words that tell what an act is about where its verb does not ("put ZTE in the same category"). */
export type Cue = { kind: ActionKind; words: string[] }

/** A kind that changes where other words stand in the clause. */
export type Refinement = {
  from: ActionKind[]
  to: ActionKind
  words: string[]
  verbs?: string[]
  agencies?: EntityId[]
}

/** The compiled lexicon, `data/lexicon.json`; made by `indexer/compile-lexicon.ts`. */
export type Lexicon = {
  version: 1
  entities: LexiconEntity[]
  /** Words that make a country's name its government ("Australian authorities"). */
  governmentNouns: string[]
  /** Nouns that do so only after a modifier ("security service"). */
  governmentHeads: string[]
  /** What may stand between a country and such a noun ("top", "telecoms"). */
  governmentModifiers: string[]
  /** Words for an agency's people ("director", "spokesperson"). */
  titles: string[]
  /** Offices that each country has one of, by what they are called after its name. */
  offices: { class: string; forms: string[] }[]
  /** Lower-case phrase to class of agency. */
  generics: Record<string, string>
  lexemes: Lexeme[]
  refinements: Refinement[]
  /** In order of rank. */
  cues: Cue[]
}
