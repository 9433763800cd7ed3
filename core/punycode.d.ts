/** The little of the library that is used; it comes without types. */
declare module 'punycode/punycode.es6.js' {
  /** A host in its own letters. Throws where a part only looks encoded. */
  export function toUnicode(host: string): string
}
