import type { Lookup } from './words.ts'

/** One of the browser's i18n files, parsed. Only what is read here is named. */
export type Messages = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>

/**
 * Reads messages from a parsed i18n file, as the browser does: for commands and tests, which have
 * no browser to ask.
 */
export function readCatalogue(messages: Messages): Lookup {
  return (key, values) => {
    const found = messages[key]
    if (!found) return ''
    return found.message.replaceAll(/\$\$|\$(\w+)\$/g, (whole, name?: string) => {
      // A sign that stands for itself is written twice.
      if (name === undefined) return '$'
      const content = found.placeholders?.[name.toLowerCase()]?.content
      return content === undefined ? whole : (values[Number(content.slice(1)) - 1] ?? '')
    })
  }
}
