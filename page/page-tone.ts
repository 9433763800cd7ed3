import { readScheme, type Scheme } from '../core/card/page-scheme.ts'
import { around } from './boxes.ts'

/**
 * Whether the page is light or dark where an element stands; `undefined` where a picture or nothing
 * at all is behind it.
 */
export function schemeAt(element: Element): Scheme | undefined {
  return readScheme(backgroundsBehind(element))
}

const NOTHING = 'rgba(0, 0, 0, 0)'

/** Innermost first, through shadow roots; a picture stands for itself, unreadable. */
function backgroundsBehind(element: Element): string[] {
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  const own =
    backgroundColor === NOTHING && backgroundImage !== 'none' ? 'picture' : backgroundColor
  const outer = around(element)
  return outer ? [own, ...backgroundsBehind(outer)] : [own]
}
