import { defineUnlistedScript } from '#imports'
import { render } from 'preact'
import { Card } from '../../components/Card.tsx'
import cardStyles from '../../components/card.css?inline'
import tokens from '../../components/tokens.css?inline'
import type { MountCardView } from './card-view.ts'

/** Mounts a card into the shadow root that the content script made. */
const mountCard: MountCardView = (root, content, actions) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(tokens + cardStyles)
  root.adoptedStyleSheets = [sheet]
  render(<Card content={content} actions={actions} />, root)
  return () => render(null, root)
}

export default defineUnlistedScript(() => {
  globalThis.sourceContextMountCard = mountCard
})
