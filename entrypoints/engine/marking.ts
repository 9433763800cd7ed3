import { companiesOf, queryFor } from '../../core/context/context-query.ts'
import { sayStep } from '../../core/card/card-wording.ts'
import type { PageState } from '../../core/settings/page-state.ts'
import { createAnnouncer } from '../../page/announcer.ts'
import { createCardHost } from '../../page/card-host.ts'
import { createCurrentMention } from '../../page/current-mention.ts'
import { watchHover, type Hover } from '../../page/hover.ts'
import { listMention } from '../../page/list-mentions.ts'
import { startPageEngine, type PageEngine } from '../../page/page-engine.ts'
import type { PageMention } from '../../page/placement.ts'
import type { ShadowRootOf } from '../../page/shadow-roots.ts'
import { answerCalls, callBackground } from '../../extension/messages.ts'
import { blockDetector } from './block-detector.ts'
import { createCardDriver, type CardPlace } from './card-driver.ts'
import type { MarkSheet } from './mark-sheet.ts'
import type { ShowNote } from './note-host.ts'
import { createPageAccess } from './page-access.ts'

/** Marks, hover and card on one page, from switching on to switching off. */
export type Marking = {
  engine: PageEngine
  /** Marks what is now to be marked. */
  refilter(): void
  /** Has cards that show follow what the sources hold now. */
  sourcesChanged(): void
  stop(): void
}

type Options = {
  /** What the settings say about this page now. */
  read: () => PageState
  sheet: MarkSheet
  note: ShowNote
  changed: () => void
  /** Called after each question to the background: it may be gone for good. */
  ended: () => void
  /** Called when the document has been written anew: marking is to be started again. */
  renew: () => void
}

export function startMarking(options: Options, life: AbortSignal): Marking {
  const { read, sheet, note, changed, ended, renew } = options
  const control = new AbortController()
  const signal = AbortSignal.any([life, control.signal])
  const told: { hover?: Hover & Followed } = {}
  const access = createPageAccess(sheet, signal)
  const engine = startPageEngine(
    blockDetector,
    {
      ...access,
      marking: () => read().marking,
      checkAlive: ended,
      renew,
    },
    signal,
    () => {
      told.hover?.pageChanged()
      changed()
    },
  )
  const ask = async (mention: PageMention) => {
    const companies = companiesOf(engine.list().map((one) => one.mention))
    const query = queryFor(listMention(mention), companies)
    return await callBackground('findContext', query).finally(ended)
  }
  told.hover = startHover(
    engine,
    ask,
    { ...access, note, site: () => read().site, locked: () => read().locked },
    signal,
  )
  answerKeys(told.hover, signal)
  return {
    engine,
    refilter: engine.refilter,
    sourcesChanged: () => told.hover?.sourcesChanged(),
    stop: () => control.abort(),
  }
}

type Followed = { sourcesChanged(): void }

function startHover(
  engine: PageEngine,
  ask: Parameters<typeof createCardDriver>[1],
  { shadowRootOf, ...place }: CardPlace & { shadowRootOf: ShadowRootOf },
  signal: AbortSignal,
): Hover & Followed {
  const announcer = createAnnouncer(signal)
  const say = (mention: PageMention, number: number, total: number) =>
    sayStep(listMention(mention), number, total)
  const current = createCurrentMention(engine, announcer, say, signal)
  const driver = createCardDriver(createCardHost(shadowRootOf), ask, place, announcer)
  const leave = (by: 1 | -1) => void callBackground('leaveFrame', by).catch(() => undefined)
  const hover = watchHover(engine, driver, { current, leave, shadowRootOf }, signal)
  return { ...hover, sourcesChanged: driver.sourcesChanged }
}

/** Commands reach every frame of the tab; the one with the focus answers. */
function answerKeys(hover: Hover, signal: AbortSignal): void {
  answerCalls(
    'page',
    {
      stepMention: (by) => (isStep(by) ? hover.step(by) : undefined),
      enterFrame: (by) => isStep(by) && hover.enter(by),
      openCard: () => hover.ask(),
    },
    signal,
  )
}

function isStep(by: unknown): boolean {
  return by === 1 || by === -1
}
