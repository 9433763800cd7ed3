import { render } from 'preact'
import { Card } from '../../components/Card.tsx'
import { FailureCard } from '../../components/FailureCard.tsx'
import { NoteCard } from '../../components/NoteCard.tsx'
import { styleCard } from './card-sheet.ts'
import type { CardDrawing, MountCard } from './card-view.ts'

/** Mounts a card or a note into the shadow root that the content script made. */
export const mountCard: MountCard = (root, drawing, isLow) => {
  styleCard(root, isLow)
  const place = root.querySelector('param') ?? createPlace(root)
  render(viewOf(drawing), place)
  return () => render(null, place)
}

/**
 * A page may ask whether words stand anywhere in it, in closed trees too (`window.find`), and so read a
 * card letter by letter. Chromium passes over what stands in an element that has no end tag; screen
 * readers do not, and of those this one means nothing anywhere.
 */
function createPlace(root: ShadowRoot): Element {
  const place = document.createElementNS('http://www.w3.org/1999/xhtml', 'param')
  root.append(place)
  return place
}

function viewOf(drawing: CardDrawing) {
  if ('note' in drawing) return <NoteCard note={drawing.note} {...drawing.actions} />
  if ('failure' in drawing)
    return <FailureCard sentence={drawing.failure} close={drawing.actions.close} />
  return <Card {...drawing} />
}
