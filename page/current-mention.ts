import type { Announcer } from './announcer.ts'
import { liveRangeOf, linesOf } from './mention-lines.ts'
import type { PageEngine } from './page-engine.ts'
import type { PageMention } from './placement.ts'

/** Its looks are in the content script's style sheet. */
export const CURRENT_NAME = 'source-context-current'
/** Above all other marks. */
const PRIORITY = 3

/** The mention that a person has stepped to with the keyboard: outlined, and read out. */
export type CurrentMention = {
  /** `undefined` where none is, or it has gone from the page. */
  get(): PageMention | undefined
  /** Goes to the next (1) or previous (-1) mention, round at the ends; `undefined` without any. */
  step(by: 1 | -1): PageMention | undefined
  clear(): void
  /** Outlines it where it stands now, after the page has changed. */
  refresh(): void
}

/** `describe` says a mention in words: what it is, and which of how many. */
export function createCurrentMention(
  engine: PageEngine,
  announcer: Announcer,
  describe: (mention: PageMention, number: number, total: number) => string,
  signal: AbortSignal,
): CurrentMention {
  let id: number | undefined
  const get = () => (id === undefined ? undefined : engine.get(id))
  const clear = () => {
    id = undefined
    CSS.highlights.delete(CURRENT_NAME)
  }
  const refresh = () => {
    const mention = get()
    if (mention) outline(mention)
    else if (id !== undefined) clear()
  }
  signal.addEventListener('abort', clear)
  return {
    get,
    clear,
    refresh,
    step: (by) => {
      const all = engine.list()
      const index = indexAfter(all, get(), by)
      const mention = all[index]
      if (!mention) return undefined
      id = mention.id
      outline(mention)
      bringIntoView(mention)
      announcer.say(describe(mention, index + 1, all.length), mention.block.owner)
      return mention
    },
  }
}

/** The mention at the text cursor, or at the end of the selection. */
export function mentionAtCaret(engine: PageEngine): PageMention | undefined {
  const selection = document.getSelection()
  const node = selection?.focusNode
  return node ? engine.at(node, selection.focusOffset) : undefined
}

function outline({ range }: PageMention): void {
  const highlight = new Highlight(range)
  highlight.priority = PRIORITY
  CSS.highlights.set(CURRENT_NAME, highlight)
}

function indexAfter(all: PageMention[], current: PageMention | undefined, by: 1 | -1): number {
  const at = current ? all.findIndex((one) => one.id === current.id) : -1
  if (at >= 0) return (at + by + all.length) % all.length
  const start = startIndex(all)
  return by === 1 ? start % Math.max(1, all.length) : (start - 1 + all.length) % all.length
}

/** Where stepping starts: at the text cursor, or else at the first mention on the screen. */
function startIndex(all: PageMention[]): number {
  const selection = document.getSelection()
  const caret = selection?.rangeCount ? selection.getRangeAt(0) : undefined
  const index = all.findIndex((mention) =>
    caret && !isAtTop(caret)
      ? endsAfter(mention, caret)
      : linesOf(mention).some((line) => line.bottom > 0),
  )
  return index < 0 ? all.length : index
}

/** Pages often start with an empty selection at their very beginning: nobody put it there. */
function isAtTop({ startContainer, startOffset, collapsed }: Range): boolean {
  return collapsed && startOffset === 0 && !(startContainer instanceof Text)
}

function endsAfter(mention: PageMention, caret: Range): boolean {
  const live = liveRangeOf(mention)
  if (!live || live.endContainer.getRootNode() !== caret.startContainer.getRootNode()) return false
  return live.compareBoundaryPoints(Range.START_TO_END, caret) >= 0
}

function bringIntoView(mention: PageMention): void {
  const [line] = linesOf(mention)
  const margin = innerHeight / 8
  if (line && line.top > margin && line.bottom < innerHeight - margin) return
  const element = mention.range.startContainer.parentElement
  element?.scrollIntoView({ block: 'center', behavior: 'instant' })
}
