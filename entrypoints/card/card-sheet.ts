import cardStyles from '../../components/card.css?inline'
import tokens from '../../components/tokens.css?inline'

/** Read once a frame's document: cards come and go, their styles stay the same. */
let sheet: CSSStyleSheet | undefined

/** Styles a shadow root as a card. */
export function styleCard(root: ShadowRoot): void {
  root.adoptedStyleSheets = [(sheet ??= readStyles())]
}

function readStyles(): CSSStyleSheet {
  const styles = new CSSStyleSheet()
  styles.replaceSync(tokens + cardStyles)
  return styles
}
