/**
 * The keys that open a card, or go into an open one. The page answers them itself: Chromium suggests
 * no more than four keys for commands, and keeps Alt+Shift+C for groups of tabs.
 */
export const OPEN_CHORD = {
  code: 'KeyO',
  alt: true,
  shift: true,
  keys: ['Alt', 'Shift', 'O'],
} as const
