/** A window in which a card has little height. */
export const LOW_WINDOW = '(max-height: 480px), (max-width: 340px)'
