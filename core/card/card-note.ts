import type { SiteKey } from '../site.ts'

/** What a reader has just done on a card, and may want to take back. */
export type CardNote =
  { done: 'off'; site: SiteKey } | { done: 'hidden'; site: SiteKey; name: string }
