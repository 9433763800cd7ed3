/**
 * How a run of the fuzzers goes: short and always the same in CI, as `npm run fuzz -- --seed N --long`
 * says otherwise.
 */
export const SEED = Number(process.env['FUZZ_SEED'] ?? 20_180_502)
export const IS_LONG = process.env['FUZZ_LONG'] === '1'

/** So many in the short form, so many in the long one. */
export function sized(short: number, long: number): number {
  return IS_LONG ? long : short
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
