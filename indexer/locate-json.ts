/**
 * Where a value stands in JSON text, so that a fault can name its line. The text must be valid JSON:
 * the scan trusts it. `path` as validators give it: keys and list positions from the root.
 */
export function locateJson(text: string, path: readonly (string | number)[]): number {
  let at = skipSpace(text, 0)
  for (const key of path) {
    const next = findChild(text, at, key)
    if (next === undefined) return at
    at = next
  }
  return at
}

function findChild(text: string, from: number, key: string | number): number | undefined {
  const isList = text[from] === '['
  let at = skipSpace(text, from + 1)
  for (let position = 0; at < text.length && text[at] !== ']' && text[at] !== '}'; position++) {
    let name: string | number = position
    if (!isList) {
      const end = endOfString(text, at)
      name = String(JSON.parse(text.slice(at, end)))
      at = skipSpace(text, skipSpace(text, end) + 1)
    }
    if (name === key) return at
    at = skipSpace(text, endOfValue(text, at))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return undefined
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at] ?? '')) at++
  return at
}

function endOfString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function endOfValue(text: string, from: number): number {
  if (text[from] === '"') return endOfString(text, from)
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '"') at = endOfString(text, at) - 1
    else if (character === '[' || character === '{') depth++
    else if ((character === ']' || character === '}') && depth > 0) depth--
    else if (depth === 0 && (character === ',' || character === ']' || character === '}')) return at
    if (depth === 0 && (character === ']' || character === '}')) return at + 1
  }
  return text.length
}

/** V8 shows up to this many characters on each side of the token that it did not expect. */
const SNIPPET_SIDE = 10

/**
 * The offset at which `JSON.parse` gave up, read from its message: a position, or a snippet around
 * the unexpected token. The end of the text where the message tells neither.
 */
export function jsonErrorOffset(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Number(position)
  const token = /^Unexpected token '(.+?)', (\.{3})?"([\s\S]*)"(?:\.{3})? is not valid JSON$/.exec(
    message,
  )
  const snippet = token?.[3]
  const at = snippet === undefined ? -1 : text.indexOf(snippet)
  if (snippet === undefined || at < 0) return text.length
  return at + (token?.[2] ? SNIPPET_SIDE : Math.max(0, snippet.indexOf(token?.[1] ?? '')))
}
