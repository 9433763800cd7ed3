import type { CardContent } from '../../core/card/card-content.ts'

/** A card that was shown, open or pinned. */
export type ShownCard = {
  content: CardContent
  /** It is in the page still. */
  isThere(): boolean
  /** What the sources hold for its mention now; `undefined` where that is nothing. */
  ask(): Promise<CardContent | undefined>
  /** Shows something else in the same place. */
  redraw(content: CardContent): void
  close(): void
}

/** Has cards that show follow the sources: a document that comes or goes shows on them at once. */
export function createShownCards() {
  let cards: ShownCard[] = []
  const refresh = async (card: ShownCard) => {
    // What cannot be asked now stays as it was.
    const next = await card.ask().catch(() => card.content)
    if (!card.isThere() || isSame(card.content, next)) return
    if (next === undefined) return card.close()
    card.content = next
    card.redraw(next)
  }
  return {
    /** Until `gone` aborts. */
    add: (card: ShownCard, gone: AbortSignal) => {
      cards.push(card)
      gone.addEventListener('abort', () => (cards = cards.filter((one) => one !== card)))
    },
    refresh: () => {
      for (const card of cards) void refresh(card)
    },
  }
}

/** That a quote was new is no difference: it has been seen by being shown. */
function isSame(a: CardContent, b: CardContent | undefined): boolean {
  const text = (content: CardContent | undefined) =>
    JSON.stringify(content, (key, value: unknown) => (key === 'isNew' ? undefined : value))
  return text(a) === text(b)
}
