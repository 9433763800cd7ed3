/** Paragraphs as a text that the indexer reads: one a line, blank lines between. */
export function joinParagraphs(paragraphs: string[]): string {
  return paragraphs
    .map((one) => one.replaceAll(/\s+/gu, ' ').trim())
    .filter((one) => one !== '')
    .join('\n\n')
}
