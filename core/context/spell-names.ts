/**
 * Names in one spelling each, for comparing words: "US" is a pronoun in lower case, "United States" two
 * words that mean little, the Chinese state and lists of barred buyers go by many names. `text` is folded.
 */
export function spellNames(text: string): string {
  return text
    .replace(/\bUnited States\b|\bU\.?S\.?(?:A\.?)?(?![\w.]*\w)/g, 'America ')
    .replace(/\bUnited Kingdom\b|\bU\.?K\.?(?![\w.]*\w)/g, 'Britain ')
    .replace(CHINESE_STATE, 'China china-state ')
    .replace(/\b(?:entity|Entity|unverified|Unverified) [Ll]ist\b/g, 'blacklist')
}

const CHINESE_STATE =
  /\b(?:Chinese (?:government|state|authorities|Communist Party)|Communist (?:Party(?: of China)?|regime|China)|communist regime|Beijing|CCP)\b/g
