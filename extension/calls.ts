import type { CardContent } from '../core/card/card-content.ts'
import type { ContextQuery } from '../core/context/context.ts'
import type { SettingsEdit, SiteSwitch } from '../core/settings/edit.ts'
import type { PageState, TabState } from '../core/settings/page-state.ts'
import type { Policy } from '../core/settings/policy.ts'
import type { Pause, PauseChoice } from '../core/settings/pause.ts'
import type { HiddenName, Settings } from '../core/settings/settings.ts'
import type { MentionCounts, PageReading, PageReport } from '../core/page-report.ts'
import type { DocumentId } from '../core/source-index.ts'

/**
 * What the contexts say to each other: one type a receiver, one method a message. A call crosses
 * as `{ to, method, argument }`; anything else that arrives is not ours and is left alone.
 */

/** Calls that the background answers. Its callers are our content scripts and our own pages. */
export type BackgroundCalls = {
  /** What the card shows for one mention; `undefined` where the index has nothing to show. */
  findContext(query: ContextQuery): CardContent | undefined
  /** A frame's mentions changed, or it came to life, or it was switched off or on. */
  reportFrame(report: FrameReport): void
  /** What the settings say about the page that the caller's frame stands in. */
  pageState(): PageState
  /** A page whose site is set apart from the rest of the web has opened. */
  reportPlace(): void
  /** Puts the marks' present style rules into the caller's frame, in place of others; answers them. */
  restyle(before: string): string
  /** Switches a site off or on, and ends a pause that would keep it off in a tab (the caller's). */
  switchSite(change: SiteSwitch & { tabId?: number }): void
  /** A name is no mention on the caller's site, or is one again. */
  hideName(name: Pick<HiddenName, 'kind' | 'name' | 'state'>): void
  /** Brings the engine and its style sheet to the caller's frame, which concerns us. */
  openGate(): void
  /** Injects the card's code into the caller's frame; in Firefox into another of its tab, a card's. */
  loadCard(frameId?: number): void
  /** Opens the digest beside the caller's tab, at one of its frame's mentions. */
  openDigest(mention: number): DigestOpening
  /** Opens a source document at one passage, in a tab of its own. */
  openReader(passage: string): void
  /** Stepping through mentions has come to the end of the caller's frame: the next one goes on. */
  leaveFrame(by: 1 | -1): void
  /** For our own pages only: what the popup shows of a tab. */
  tabState(tabId: number): TabState
  /** For our own pages only. */
  setPause(pause: { choice: PauseChoice; tabId: number | undefined }): void
  /** For our own pages only: everything that is set, and how it is kept. */
  readSettings(): KeptSettings
  /** For our own pages only: changes settings, and answers what would take the change back. */
  editSettings(edit: SettingsEdit): SettingsEdit
  /** For our own pages only: everything as on the first day; answers what takes that back. */
  resetSettings(): SettingsEdit
  /** A card has shown what is new in some documents. */
  sawNew(documents: DocumentId[]): void
  /** For our own pages only: what is kept of sources has changed; indexing begins where it is needed. */
  sourcesKept(): void
  /** For our own pages only: indexing has come further, or has ended. */
  sourcesMade(ended: boolean): void
  /** For our own pages only: whether settings travel with the browser's own synchronisation. */
  setSync(on: boolean): void
}

/** Calls that our own pages hear, if any is open. */
export type ViewCalls = {
  /** Settings, a pause, or how they are kept have changed. */
  settingsChanged(): void
  /** Packs, documents, or what was made of them have changed. */
  sourcesChanged(): void
}

/** Calls that the context hears that runs the indexing worker, if one does. */
export type IndexingCalls = {
  /** Something kept has changed meanwhile. */
  again(): void
}

/**
 * How settings are kept: `saved` where the browser stores them, otherwise until it closes.
 * `damaged`: part of what was stored could not be read.
 */
export type KeptSettings = {
  settings: Settings
  policy: Policy
  damaged: boolean
  saved: boolean
  sync: SyncState
  pause: Pause
}

/** What the browser's synchronisation holds; `left` sites and names found no room in it. */
export type SyncState =
  { name: 'absent' } | { name: 'off' } | { name: 'on'; left: number } | { name: 'failed' }

/**
 * What the background, the digest and the popup are told when a frame changes. `fresh` marks the
 * first word of a new document, which began `since` (ms since the epoch).
 */
export type FrameReport = {
  counts: MentionCounts
  off: boolean
  fresh: boolean
  since: number
}

/** Only Chromium lets a click in a page open the panel; elsewhere the shortcut says how. */
export type DigestOpening = { opened: true } | { opened: false; shortcut: string | undefined }

/** Calls that the content script in every frame of a tab hears. */
export type PageCalls = {
  /** Asks each frame to report itself; fails where no content script runs. */
  announce(): void
  /** Goes to the next (1) or previous (-1) mention, in the frame that has the focus. */
  stepMention(by: 1 | -1): void
  /** Opens the card at the current mention or the text cursor, in the frame that has the focus. */
  openCard(): void
  /** Takes the focus and goes to the first (1) or last (-1) mention; `false` where there is none. */
  enterFrame(by: 1 | -1): boolean
  /** What the settings say about this page may have changed: ask for it. */
  settingsChanged(): void
  /** The sources are others now: open cards ask again. */
  sourcesChanged(): void
}

/**
 * Over the digest's port to one frame: what the frame sends. `reading` and `position` come only to
 * those who follow; `position` is the mention at the reader's eye level.
 */
export type FromFrame =
  | { type: 'report'; report: PageReport }
  | { type: 'reading'; reading: PageReading }
  | { type: 'position'; id: number | undefined }
/**
 * Over the digest's port to one frame: what the digest sends. `follow` asks for more than the
 * mentions; `light` shows a mention where it stands, without an id no longer.
 */
export type ToFrame =
  | { type: 'follow' }
  | { type: 'reveal'; id: number }
  | { type: 'revealQuotation'; id: number }
  | { type: 'light'; id?: number }
