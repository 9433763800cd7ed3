/** The element that carries a card. */
export const CARD_ELEMENT = 'source-context-card'

/**
 * Set on a card by a style rule of the extension's own. Firefox ends an extension's scripts without a
 * word when it is updated or removed, and takes its rules away: a card that would be left behind,
 * deaf, hides with them.
 */
export const LIFE_PROPERTY = '--source-context-lives'

/** As a user's important rule it outranks whatever a page says. */
export const LIFE_RULE = `${CARD_ELEMENT} { ${LIFE_PROPERTY}: visible !important }`
