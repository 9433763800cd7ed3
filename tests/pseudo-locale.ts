import type { Messages } from '../core/read-catalogue.ts'

/** Arabic letters in a row, as many as the Latin ones that they stand for. */
const FIRST_LETTER = 0x621

/**
 * A catalogue in a language that nobody speaks: each letter of ours is an Arabic one, so that whatever
 * is left in Latin ones was not in the catalogue, and everything runs from right to left.
 */
export function makePseudoLocale(messages: Messages): Messages {
  const catalogue = Object.fromEntries(
    Object.entries(messages).map(([key, one]) => [key, { ...one, message: disguise(one.message) }]),
  )
  return { ...catalogue, locale: { message: 'ar' }, direction: { message: 'rtl' } }
}

/** The places of values keep their names. */
function disguise(message: string): string {
  return message.replace(/\$\w+\$|[a-z]/gi, (found) =>
    found.length > 1
      ? found
      : String.fromCodePoint(FIRST_LETTER + found.toLowerCase().charCodeAt(0) - 0x61),
  )
}
