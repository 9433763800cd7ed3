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
