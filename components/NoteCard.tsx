import type { CardNote } from '../core/card/card-note.ts'
import { nameSite } from '../core/site.ts'
import { direction, locale, say } from '../core/words.ts'
import { CardButtons } from './CardButtons.tsx'

type Props = { note: CardNote; undo: () => void; close: () => void }

/** Says what a reader has just done, and takes it back. */
export function NoteCard({ note, undo, close }: Props) {
  return (
    <section
      class="card"
      role="dialog"
      aria-label={say('manifest_name')}
      lang={locale()}
      dir={direction()}
      tabIndex={-1}
    >
      <header>
        <p class="sentence" role="status">
          {sayNote(note)}
        </p>
        <CardButtons close={close} />
        <button class="act undo" onClick={undo}>
          {say('card_undo')}
        </button>
      </header>
    </section>
  )
}

function sayNote(note: CardNote): string {
  const site = nameSite(note.site)
  return note.done === 'off'
    ? say('card_noteOff', { site })
    : say('card_noteHidden', { name: note.name, site })
}
