/** The middle one; `NaN` of none. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? NaN)) / 2
}

/** The one behind a share of all, 0 to 1, when they stand in order; `NaN` of none. */
export function quantile(values: number[], share: number): number {
  const at = Math.min(values.length - 1, Math.floor(values.length * share))
  return values.toSorted((a, b) => a - b)[at] ?? NaN
}

export function sum(values: number[]): number {
  return values.reduce((total, one) => total + one, 0)
}
