import type { ActionKind } from '../source-index.ts'
import { spellNames } from './spell-names.ts'
import { stem } from './stem.ts'

/**
 * The words that go with each kind of action, in their dictionary form. `tells`: a sentence with one of
 * them may tell such an act. `about`: what reports on such acts are usually about, for a sentence that
 * says little itself ("put both in the same category").
 */
const KIND_WORDS: Record<ActionKind, { tells: string; about: string }> = {
  ban: { tells: 'ban bar block prohibit exclude', about: 'stop selling buying equipment' },
  restrict: {
    tells: 'restrict limit curb disallow phase',
    about: 'pressure stop buying selling equipment',
  },
  warn: { tells: 'warn caution wary', about: 'risk concern security threat against buying' },
  investigate: {
    tells: 'investigate investigative probe inquiry subpoena',
    about: 'spying whether equipment threat',
  },
  charge: { tells: 'charge indict indictment accuse', about: 'allegations' },
  fine: { tells: 'fine penalty', about: 'pay billion sanctions' },
  settle: { tells: 'settle settlement plea', about: 'pay billion suspended denial' },
  'deny-export': {
    tells: 'export denial blacklist cut',
    about: 'block American technology components suppliers order',
  },
  legislate: {
    tells: 'bill legislation',
    about: 'introduce representative block government buying',
  },
  testify: { tells: 'testify testimony hearing', about: 'committee concern risk' },
  'urge-allies': {
    tells: 'urge press lobby campaign ally persuade convince',
    about: 'countries exclude equipment networks',
  },
  designate: {
    tells: 'list label designate',
    about: 'national security threat ties Chinese government communist',
  },
  lift: {
    tells: 'lift reprieve removal resume',
    about: 'licence export denial order settlement',
  },
  report: { tells: 'report', about: 'found risk threat' },
  evaluate: { tells: 'assess evaluate review', about: 'risk' },
}

/** A sentence's worth of the words that go with a kind. */
export function wordsOf(kind: ActionKind): string {
  const { tells, about } = KIND_WORDS[kind]
  return `${tells} ${about}`
}

const KINDS_BY_STEM = new Map<string, ActionKind[]>()
for (const [kind, { tells }] of Object.entries(KIND_WORDS) as [ActionKind, { tells: string }][])
  for (const word of tells.split(' '))
    KINDS_BY_STEM.set(stem(word), [...(KINDS_BY_STEM.get(stem(word)) ?? []), kind])

/** The kinds of action that a sentence may tell, each once; none for most sentences. */
export function readKinds(sentence: string): ActionKind[] {
  const words =
    spellNames(sentence)
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  return [...new Set(words.flatMap((word) => KINDS_BY_STEM.get(stem(word)) ?? []))]
}
