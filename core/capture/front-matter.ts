/** A Markdown file's front matter, and the text below it. */
export type FrontMatter = { fields: Record<string, string>; body: string }

/** Reads `key: value` lines between `---` lines; what is more than that is left out. */
export function readFrontMatter(text: string): FrontMatter {
  const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!block) return { fields: {}, body: text }
  const fields: Record<string, string> = {}
  for (const line of (block[1] ?? '').split(/\r?\n/)) {
    const [, key, value] = /^([A-Za-z][\w-]*):\s*(.+?)\s*$/.exec(line) ?? []
    if (key !== undefined && value !== undefined)
      fields[key.toLowerCase()] = value.replace(/^(["'])(.*)\1$/, '$2')
  }
  return { fields, body: text.slice(block[0].length) }
}
