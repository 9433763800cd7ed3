/** Letters that may be wrong: one in three, as the search among few passages allows, two at most. */
function allowance(word: string): number {
  return Math.min(2, Math.floor(word.length / 3))
}

/**
 * Whether a word may be another one, misspelt: letters left out, added, taken for others, or two that
 * changed places (each counts as one).
 */
export function isNearWord(word: string, other: string): boolean {
  const most = allowance(word)
  if (Math.abs(word.length - other.length) > most) return false
  return distance(word, other) <= most
}

/** Optimal string alignment distance. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + Number(!isSame),
      )
      const isTurned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isTurned) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
