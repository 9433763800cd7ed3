import { elementAround } from './boxes.ts'
import { bringToView } from './form-safe.ts'

/** Scrolls to a place in the page's text, at once where the reader wants little motion. */
export function scrollToRange({ startContainer }: StaticRange): void {
  const element = elementAround(startContainer)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (element) bringToView(element, { block: 'center', behavior: calm ? 'instant' : 'smooth' })
}
