import { render } from 'preact'
import { Card } from '../../components/Card.tsx'
import cardStyles from '../../components/card.css?inline'
import { FailureCard } from '../../components/FailureCard.tsx'
import tokens from '../../components/tokens.css?inline'
import type { MountCardView } from './card-view.ts'

/** Read once a frame's document: cards come and go, their styles stay the same. */
let sheet: CSSStyleSheet | undefined

/** Mounts a card into the shadow root that the content script made. */
export const mountCard: MountCardView = (root, view, actions) => {
  root.adoptedStyleSheets = [(sheet ??= readStyles())]
  render(
    'failure' in view ? (
      <FailureCard sentence={view.failure} close={actions.close} />
    ) : (
      <Card {...view} actions={actions} />
    ),
    root,
  )
  return () => render(null, root)
}

function readStyles(): CSSStyleSheet {
  const styles = new CSSStyleSheet()
  styles.replaceSync(tokens + cardStyles)
  return styles
}
