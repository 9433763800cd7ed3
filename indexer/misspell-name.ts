const VOWELS = [...'aeiouy']

/**
 * How people misspell a name by one slip: two neighbouring letters exchanged, a letter doubled, a
 * vowel taken for another. The first letter stands: it is seldom wrong, and keeps other names away.
 */
export function misspellName(name: string): string[] {
  const letters = [...name]
  const slips = letters.flatMap((letter, at) => (at === 0 ? [] : slipsAt(letters, letter, at)))
  return [...new Set(slips)].filter((slip) => slip !== name)
}

function slipsAt(letters: string[], letter: string, at: number): string[] {
  const replaced = (...by: string[]) => letters.toSpliced(at, 1, ...by).join('')
  const next = letters[at + 1]
  return [
    ...(next === undefined ? [] : [letters.toSpliced(at, 2, next, letter).join('')]),
    replaced(letter, letter),
    ...(VOWELS.includes(letter) ? VOWELS.map((vowel) => replaced(vowel)) : []),
  ]
}
