declare module 'virtual:cause-patterns' {
  import type { NameStep } from '../../core/detect/near-names.ts'

  /** How names begin, and what may hide one. */
  export const NAMES: RegExp
  /** Names in plain letters, and phrases about the field; global. */
  export const PLAIN: RegExp
  /** Whether a text holds letters of other scripts at all. */
  export const SCRIPTS: RegExp
  /** Names in other letters, and what may hide one; global. */
  export const WIDE: RegExp
  /** The names that a look can tell, parsed at each call. */
  export const readNearNames: () => NameStep
}
