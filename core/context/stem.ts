const SUFFIXES =
  'ations ation ators ator ating ated ates ate ions ion ings ing edly ied ed ies ors or ers er es s ly'.split(
    ' ',
  )
/** Words with a "y" that comes and goes: "denied", "denies", "deny". */
const WITH_Y = ['ied', 'ies']

/** A word's stem: enough to join "banned", "bans", "banning", or "investigate" and "investigators". */
export function stem(word: string): string {
  if (word.endsWith('ply')) return word
  const suffix = SUFFIXES.find((one) => word.endsWith(one) && word.length - one.length >= 3)
  if (suffix === undefined) return word.replace(/e$/, '')
  const base = word.slice(0, -suffix.length) + (WITH_Y.includes(suffix) ? 'y' : '')
  return base.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '')
}
