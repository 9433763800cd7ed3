import { isInsideCode } from './detect-exclusions.ts'
import type { Token } from './detect-tokens.ts'
import { UNSPACED_SCRIPT } from './detect-tokens.ts'
import type { LexiconEntity } from './lexicon.ts'
import type { NameForm, NameTable } from './name-table.ts'
import { firstFrom } from './sorted-spans.ts'

/** A name found in a folded text. `from`–`to` are token positions, the same for unspaced scripts. */
export type FoundName = {
  form: NameForm
  entity: LexiconEntity
  start: number
  end: number
  from: number
  to: number
  /** False until the page shows that the ambiguous form means this entity. */
  sure: boolean
}

/** White space with at most one line break, or a hyphen: what may stand inside a name. */
const INNER_GAP = /^(?:[^\S\n]*\n?[^\S\n]*|-)$/
/** Longest gap inside a name: a line break and deep indentation. */
const GAP_LENGTH = 60
/** Letters that Arabic writes joined to the next word: and, so, by, for, as. */
const ARABIC_PREFIX = /^[\u0648\u0641\u0628\u0644\u0643](?=.{3})/

/** Context lists already looked for in this block. */
type ContextMemory = Map<string[], boolean>

/** Every name in a folded text, the longest where several begin, none overlapping. */
export function findNames(text: string, tokens: Token[], table: NameTable): FoundName[] {
  const found: FoundName[] = []
  const seen: ContextMemory = new Map()
  for (let i = 0; i < tokens.length; i++) {
    const name = matchAt(text, tokens, i, table, seen)
    if (!name) continue
    found.push(name)
    i = name.to - 1
  }
  if (!table.unspaced || !UNSPACED_SCRIPT.test(text)) return found
  return [...found, ...findUnspaced(text, tokens, table, table.unspaced, seen)].sort(
    (a, b) => a.start - b.start,
  )
}

function matchAt(
  text: string,
  tokens: Token[],
  from: number,
  table: NameTable,
  seen: ContextMemory,
): FoundName | undefined {
  const first = tokens[from]
  if (!first) return undefined
  const next = tokens[from + 1]?.norm ?? ''
  const plain = table.startingWith(first.norm, next)
  const prefix = plain ? 0 : (ARABIC_PREFIX.exec(first.norm)?.[0].length ?? 0)
  const forms =
    plain ?? (prefix > 0 ? table.startingWith(first.norm.slice(prefix), next) : undefined)
  let unsure: FoundName | undefined
  for (const form of forms ?? []) {
    if (unsure && form.words.length < unsure.to - from) break
    if (!matchesForm(tokens, from, form, prefix)) continue
    const found = placeName(text, tokens, from, form, prefix, seen)
    if (found?.sure) return found
    unsure ??= found
  }
  return unsure
}

function matchesForm(tokens: Token[], from: number, form: NameForm, prefix: number): boolean {
  return form.words.every((word, k) => {
    const token = tokens[from + k]
    if (!token || (k === 0 && prefix > 0 ? token.norm.slice(prefix) : token.norm) !== word)
      return false
    if (
      form.exact ? token.text !== form.exact[k] : form.capitals[k] && !/^\p{Lu}/u.test(token.text)
    )
      return false
    return k === 0 || gapFits(token.gap, form.marks[k] ?? '')
  })
}

/** Punctuation of the written form is optional: "Co., Ltd", "Co. Ltd.". */
function gapFits(gap: string, marks: string): boolean {
  if (gap.length > GAP_LENGTH) return false
  if (INNER_GAP.test(gap)) return true
  const rest = gap.trim()
  return marks !== '' && [...rest].every((mark) => marks.includes(mark) || mark === ' ')
}

function placeName(
  text: string,
  tokens: Token[],
  from: number,
  form: NameForm,
  prefix: number,
  seen: ContextMemory,
): FoundName | undefined {
  const to = from + form.words.length
  const start = (tokens[from]?.start ?? 0) + prefix
  const wordEnd = tokens[to - 1]?.end ?? start
  const end =
    form.lastMark !== '' && text.startsWith(form.lastMark, wordEnd)
      ? wordEnd + form.lastMark.length
      : wordEnd
  if (isInsideCode(text, start, wordEnd)) return undefined
  const { rule } = form
  if (rule.notBefore && followsAny(text, end, rule.notBefore)) return undefined
  if (rule.notAfter?.includes(tokens[from - 1]?.text ?? '')) return undefined
  return {
    form,
    entity: form.entity,
    start,
    end,
    from,
    to,
    sure:
      hasContext(text, rule.context, seen) && !(rule.unless && hasContext(text, rule.unless, seen)),
  }
}

function followsAny(text: string, end: number, words: string[]): boolean {
  const rest = text
    .slice(end, end + 40)
    .trimStart()
    .toLowerCase()
  return words.some((word) => rest.startsWith(word.toLowerCase()))
}

/** True where no context is asked for, or one of the words stands in the same block. */
function hasContext(text: string, context: string[] | undefined, seen: ContextMemory): boolean {
  if (context === undefined) return true
  const known = seen.get(context)
  if (known !== undefined) return known
  const isThere = context.some((word) => text.includes(word))
  seen.set(context, isThere)
  return isThere
}

function findUnspaced(
  text: string,
  tokens: Token[],
  table: NameTable,
  pattern: RegExp,
  seen: ContextMemory,
): FoundName[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const form = table.unspacedForms.get(match[0])
    const start = match.index
    const end = start + match[0].length
    if (!form || (form.rule.notBefore && followsAny(text, end, form.rule.notBefore))) return []
    if (isInsideCode(text, start, end)) return []
    const from = firstFrom(tokens, start)
    return {
      form,
      entity: form.entity,
      start,
      end,
      from,
      to: from,
      sure: hasContext(text, form.rule.context, seen),
    }
  })
}
