import { render } from 'preact'
import { Card } from '../../components/Card.tsx'
import { FailureCard } from '../../components/FailureCard.tsx'
import { styleCard } from './card-sheet.ts'
import type { MountCardView } from './card-view.ts'

/** Mounts a card into the shadow root that the content script made. */
export const mountCard: MountCardView = (root, view, actions) => {
  styleCard(root)
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
