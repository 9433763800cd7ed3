import type { Announcer } from './announcer.ts'
import { elementAround } from './boxes.ts'
import { createForcedOutline } from './forced-outline.ts'
import { bringToView, treeOf } from './form-safe.ts'
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
  /** Goes to the next (1) or previous (-1) mention; `false` where this frame has no further one. */
  step(by: 1 | -1): boolean
  /** Goes to this frame's first (1) or last (-1) mention; `false` where there is none. */
  enter(by: 1 | -1): boolean
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
  const forced = createForcedOutline(signal)
  const get = () => (id === undefined ? undefined : engine.get(id))
  const clear = () => {
    id = undefined
    forced.hide()
    CSS.highlights.delete(CURRENT_NAME)
  }
  const show = (mention: PageMention) => {
    outline(mention)
    forced.show(mention.block.owner, () => linesOf(mention))
  }
  const refresh = () => {
    const mention = get()
    if (mention) show(mention)
    else if (id !== undefined) clear()
  }
  const goTo = (all: PageMention[], index: number) => {
    const mention = all[index]
    if (!mention) return false
    id = mention.id
    bringIntoView(mention)
    show(mention)
    announcer.say(describe(mention, index + 1, all.length), mention.block.owner)
    return true
  }
  signal.addEventListener('abort', clear)
  return {
    get,
    clear,
    refresh,
    step: (by) => {
      const all = engine.list()
      return goTo(all, indexAfter(all, get(), by))
    },
    enter: (by) => {
      const all = engine.list()
      return goTo(all, by === 1 ? 0 : all.length - 1)
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

/** Beyond the ends there is none: -1, or as many as there are. */
function indexAfter(all: PageMention[], current: PageMention | undefined, by: 1 | -1): number {
  const at = current ? all.findIndex((one) => one.id === current.id) : -1
  if (at >= 0) return at + by
  return by === 1 ? startIndex(all) : startIndex(all) - 1
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
  if (!live || treeOf(live.endContainer) !== treeOf(caret.startContainer)) return false
  return live.compareBoundaryPoints(Range.START_TO_END, caret) >= 0
}

/** Its element first, through all that scrolls around it; a long one may still hide its mention. */
function bringIntoView(mention: PageMention): void {
  const element = elementAround(mention.range.startContainer)
  if (!element) return
  const block = isWellInView(mention) ? 'nearest' : 'center'
  // A frame's mention may be in view there while the frame itself is out of sight.
  if (block === 'center' || window.top !== window)
    bringToView(element, { block, behavior: 'instant' })
  const [line] = linesOf(mention)
  if (line && !isWellInView(mention))
    scrollBy({ top: line.top - innerHeight / 2, behavior: 'instant' })
}

function isWellInView(mention: PageMention): boolean {
  const [line] = linesOf(mention)
  const margin = innerHeight / 8
  return line !== undefined && line.top > margin && line.bottom < innerHeight - margin
}
