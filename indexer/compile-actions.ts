import type { Lexeme } from '../core/detect/lexicon.ts'
import { inflectNoun, inflectVerb } from './inflect-words.ts'
import type { ActionsEntry } from './lexicon-schema.ts'

type Kind = ActionsEntry['kinds'][number]
type Verb = Exclude<Kind['verbs'][number], string>
type Noun = Exclude<Kind['nouns'][number], string>

/** Every action, light and reporting word with its inflections. */
export function compileActions(actions: ActionsEntry): Lexeme[] {
  const kinds = actions.kinds.flatMap((kind) => [
    ...kind.verbs.map((verb) =>
      verbLexeme(kind.kind, typeof verb === 'string' ? { lemma: verb } : verb),
    ),
    ...kind.nouns.map((noun) =>
      nounLexeme(kind.kind, typeof noun === 'string' ? { lemma: noun } : noun),
    ),
  ])
  const helpers = (['light', 'say', 'plain', 'refused'] as const).flatMap((role) =>
    actions[role].map((verb): Lexeme => ({ role, verb: inflectVerb(verb).join(' ') })),
  )
  return mergeAlike([...kinds, ...helpers])
}

/** Words that differ in nothing but their forms are one lexeme: a third of the size. */
function mergeAlike(lexemes: Lexeme[]): Lexeme[] {
  const merged = new Map<string, Lexeme>()
  for (const lexeme of lexemes) {
    const key = JSON.stringify({ ...lexeme, verb: lexeme.verb && '', noun: lexeme.noun && '' })
    const same = merged.get(key)
    merged.set(key, same ? joinForms(same, lexeme) : lexeme)
  }
  return [...merged.values()]
}

function joinForms(first: Lexeme, second: Lexeme): Lexeme {
  return first.verb === undefined
    ? { ...first, noun: `${first.noun},${second.noun}` }
    : { ...first, verb: `${first.verb} ${second.verb}` }
}

function verbLexeme(kind: Kind['kind'], verb: Verb): Lexeme {
  return {
    kind,
    verb: inflectVerb(verb).join(' '),
    ...(verb.weak ? { weak: true } : {}),
    ...(verb.permits ? { permits: true } : {}),
    ...(verb.particles ? { particles: verb.particles } : {}),
    ...(verb.near ? { near: verb.near } : {}),
  }
}

function nounLexeme(kind: Kind['kind'], noun: Noun): Lexeme {
  return {
    kind,
    noun: inflectNoun(noun.lemma).join(','),
    ...(noun.weak ? { weak: true } : {}),
    ...(noun.needsVerb ? { needsVerb: true } : {}),
  }
}
