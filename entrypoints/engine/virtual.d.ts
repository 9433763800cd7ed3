declare module 'virtual:cause-patterns' {
  /** How names begin. */
  export const NAMES: RegExp
  /** Names, topics and what may hide a name; global. */
  export const CAUSE: RegExp
}
