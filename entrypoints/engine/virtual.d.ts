declare module 'virtual:cause-patterns' {
  import type { NameStarts } from '../../core/detect/name-starts.ts'

  /** Names in plain letters, and phrases about the field as its group; global. */
  export const PLAIN: RegExp
  /** Of a large lexicon: which single letters that `PLAIN` finds may begin a name. */
  export const STARTS: NameStarts | undefined
  /** Whether a text holds letters of other scripts at all. */
  export const SCRIPTS: RegExp
  /** Names in other letters, and what may hide one; global. */
  export const makeWide: () => RegExp
  /** The names that a look can tell, for `createNearNameFinder`. */
  export const NEAR_NAMES: string
}
