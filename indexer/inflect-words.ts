/** A verb as the lexicon gives it; what is regular is left out. */
export type VerbEntry = {
  lemma: string
  past?: string | undefined
  participle?: string | undefined
  /** The last letter is doubled: "banned". */
  double?: boolean | undefined
  /** Doubled in British spelling only: "labelled" beside "labeled". */
  doubleUk?: boolean | undefined
}

/** Base, third person, past, participle, gerund; a second spelling gives five more. */
export function inflectVerb(verb: VerbEntry): string[] {
  return stems(verb).flatMap((stem) => {
    const past = verb.past ?? addEd(stem)
    return [verb.lemma, addS(verb.lemma), past, verb.participle ?? past, addIng(stem)]
  })
}

/** Singular and plural; of a phrase, the last word is inflected. */
export function inflectNoun(lemma: string): string[] {
  return [lemma, addS(lemma)]
}

function stems(verb: VerbEntry): string[] {
  const doubled = verb.lemma + verb.lemma.slice(-1)
  if (verb.double) return [doubled]
  return verb.doubleUk ? [verb.lemma, doubled] : [verb.lemma]
}

function addS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}

function addEd(stem: string): string {
  if (stem.endsWith('e')) return `${stem}d`
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`
}

function addIng(stem: string): string {
  return `${/[^e]e$/.test(stem) ? stem.slice(0, -1) : stem}ing`
}
