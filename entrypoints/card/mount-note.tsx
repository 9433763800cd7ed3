import { render } from 'preact'
import { NoteCard } from '../../components/NoteCard.tsx'
import { styleCard } from './card-sheet.ts'
import type { MountNote } from './card-view.ts'

/** Mounts a note into a shadow root like a card's. */
export const mountNote: MountNote = (root, note, actions) => {
  styleCard(root)
  render(<NoteCard note={note} {...actions} />, root)
  return () => render(null, root)
}
