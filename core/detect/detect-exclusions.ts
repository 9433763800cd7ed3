/**
 * Names inside addresses, paths, identifiers and code are no mentions. All checks look at the run of
 * characters without white space around the name, at most `REACH` to each side.
 */

/** Longer than any identifier that people read; keeps the check linear on endless runs. */
const REACH = 200
/** What may stand in an address or a path; brackets and quotes end it. */
const NOT_ADDRESS = /[\s"'`<>()[\]{}|,;\u2014]|[^\x21-\x7e]/

/** Whether the name at `start`–`end` of a folded text is part of an address, path or identifier. */
export function isInsideCode(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' '
  const after = text[end] ?? ' '
  if (NOT_ADDRESS.test(before) && NOT_ADDRESS.test(after)) return isTagOrCall(text, start, end)
  if (/[_@\\=$]/.test(before) || /[_@\\=$]/.test(after)) return true
  const left = runBefore(text, start)
  const right = runAfter(text, end)
  if (/:\/\/|^www\.|@/.test(left)) return true
  return (
    isPath(left, text.slice(start, end), right) ||
    isDomain(left, text.slice(start, end), right) ||
    isScoped(left, right, text.slice(start, end)) ||
    isSlug(left, text.slice(start, end), right)
  )
}

function isTagOrCall(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end)
  if (/<\/?$/.test(text.slice(Math.max(0, start - 2), start))) return true
  return /^[a-z]/.test(name) && /^\(\)|^\[['"\w]/.test(text.slice(end, end + 2))
}

function runBefore(text: string, start: number): string {
  let from = start
  while (from > 0 && start - from < REACH && !NOT_ADDRESS.test(text[from - 1] ?? ' ')) from--
  return text.slice(from, start)
}

function runAfter(text: string, end: number): string {
  let to = end
  while (to < text.length && to - end < REACH && !NOT_ADDRESS.test(text[to] ?? ' ')) to++
  return text.slice(end, to)
}

/** "huawei/vrp/detected", not "Huawei/ZTE". */
function isPath(left: string, name: string, right: string): boolean {
  if (!left.includes('/') && !right.includes('/')) return false
  const parts = (left + name + right).replace(/[.!?:]+$/, '').split('/')
  return !parts.every((part) => /^[A-Z0-9][\w&+-]*(?:'s)?$/.test(part) && !part.includes('_'))
}

/** "huawei.com", "com.huawei.hms"; a full stop without a space after it is none. */
function isDomain(left: string, name: string, right: string): boolean {
  const follows = /^[\w-]*\.[A-Za-z0-9]/.test(right)
  const precedes = /[A-Za-z0-9-]\.$/.test(left)
  if (!follows && !precedes) return false
  const glued =
    /^[A-Z]/.test(name) && (follows ? /^\.[A-Z][a-z]/.test(right) : /[a-z]{2,}\.$/.test(left))
  return (
    !glued ||
    (follows && precedes) ||
    /\..*\./.test(left) ||
    /^(?:com|org|net|www|cn)\.$/i.test(left)
  )
}

/** "cpe:/o:huawei:ar120", "vendor:huawei", "?brand=huawei&x", "#huawei", "~huawei". */
function isScoped(left: string, right: string, name: string): boolean {
  if (/[:~%]$/.test(left) && left.length > 1 && !/^[A-Z]/.test(name)) return true
  if (/:[^\s]*:$|[a-z0-9_]:$/i.test(left) && /^:/.test(right)) return true
  if (/^:[a-z0-9_]/.test(right)) return true
  return /[?&]\w+=/.test(left + name + right) || /^~/.test(left) || /^[#.]$/.test(left)
}

/** "huawei-lte-api", "Huawei-P30-Pro-128GB"; not "Huawei-made", "non-Huawei". */
function isSlug(left: string, name: string, right: string): boolean {
  if (!/-$/.test(left) && !/^-/.test(right)) return false
  const run = left + name + right
  if (/^[a-z]/.test(name)) return true
  return (
    /_/.test(run) || (/\d/.test(run) && (run.match(/-/g)?.length ?? 0) >= 2 && /^[A-Z]/.test(run))
  )
}
