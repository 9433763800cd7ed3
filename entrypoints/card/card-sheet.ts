import cardStyles from '../../components/card.css?inline'
import lowStyles from '../../components/card-low.css?inline'
import tokens from '../../components/tokens.css?inline'
import { LOW_WINDOW } from './card-low-window.ts'

/** Read once a frame's document: cards come and go, their styles stay the same. */
let sheets: { all: CSSStyleSheet; low: CSSStyleSheet } | undefined

/** Styles a shadow root as a card. */
export function styleCard(root: ShadowRoot, isLow?: boolean): void {
  const { all, low } = (sheets ??= readStyles())
  if (isLow !== undefined) low.media.mediaText = isLow ? 'all' : 'not all'
  const others = [...root.adoptedStyleSheets].filter((it) => it !== all && it !== low)
  root.adoptedStyleSheets = [all, low, ...others]
}

function readStyles() {
  const all = new CSSStyleSheet()
  all.replaceSync(tokens + cardStyles)
  const low = new CSSStyleSheet({ media: LOW_WINDOW })
  low.replaceSync(lowStyles)
  return { all, low }
}
