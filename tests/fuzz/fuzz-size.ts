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
