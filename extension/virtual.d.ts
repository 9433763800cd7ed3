declare module 'virtual:index-hash' {
  /** SHA-256, in hex, of the `index.json` that the extension was built with. */
  export const INDEX_SHA256: string
}
