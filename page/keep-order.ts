/**
 * Some things in order. Those that stand in `before` were in order already and have not moved, so that
 * they are not compared again: to compare two nodes takes the browser as long as they stand apart. What
 * is new mostly comes behind all others.
 */
export function keepOrder<Thing>(
  things: Thing[],
  before: ReadonlySet<Thing>,
  compare: (a: Thing, b: Thing) => number,
): Thing[] {
  const now = new Set(things)
  const ordered = [...before].filter((thing) => now.has(thing))
  const added = things.filter((thing) => !before.has(thing)).toSorted(compare)
  const last = ordered.at(-1)
  const merged: Thing[] = []
  let at = 0
  let isBehindAll = last === undefined
  for (const thing of added) {
    isBehindAll ||= last !== undefined && compare(thing, last) > 0
    const next = isBehindAll ? ordered.length : firstBehind(thing, ordered, at, compare)
    merged.push(...ordered.slice(at, next), thing)
    at = next
  }
  return [...merged, ...ordered.slice(at)]
}

/** Where the first of some ordered things stands, from a place on, that is behind another; by halving. */
function firstBehind<Thing>(
  thing: Thing,
  ordered: Thing[],
  from: number,
  compare: (a: Thing, b: Thing) => number,
): number {
  let low = from
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(ordered[middle] as Thing, thing) > 0) high = middle
    else low = middle + 1
  }
  return low
}
