import { treeOf } from './form-safe.ts'
import type { PageMention } from './placement.ts'

/** A mention's range as it stands now; `undefined` where its text has just changed. */
export function liveRangeOf({ range }: PageMention): Range | undefined {
  const { startContainer, startOffset, endContainer, endOffset } = range
  if (!holdsOffset(startContainer, startOffset) || !holdsOffset(endContainer, endOffset))
    return undefined
  const live = document.createRange()
  live.setStart(startContainer, startOffset)
  live.setEnd(endContainer, endOffset)
  return live
}

/** A mention's rectangles in the viewport, one a line; none where its text has just changed. */
export function linesOf(mention: PageMention): DOMRect[] {
  const lines = [...(liveRangeOf(mention)?.getClientRects() ?? [])]
  return lines.filter((line) => line.width > 0 && line.height > 0)
}

/** Whether the reader has selected something of the mention. */
export function isSelected(mention: PageMention): boolean {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false
  const live = liveRangeOf(mention)
  const selected = selection.getRangeAt(0)
  // Ranges in different trees (a shadow root's) cannot be compared, and do not touch.
  if (!live || treeOf(live.startContainer) !== treeOf(selected.startContainer)) return false
  return (
    live.compareBoundaryPoints(Range.END_TO_START, selected) < 0 &&
    live.compareBoundaryPoints(Range.START_TO_END, selected) > 0
  )
}

function holdsOffset(node: Node, offset: number): boolean {
  return node.isConnected && node instanceof Text && offset <= node.length
}
