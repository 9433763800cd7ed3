import { companiesOf, queryFor } from '../../core/context/context-query.ts'
import { sayStep } from '../../core/card/card-wording.ts'
import { createAnnouncer } from '../../page/announcer.ts'
import { createCardHost } from '../../page/card-host.ts'
import { createCurrentMention } from '../../page/current-mention.ts'
import { watchHover, type Hover } from '../../page/hover.ts'
import { listMention } from '../../page/list-mentions.ts'
import { startPageEngine, type PageEngine } from '../../page/page-engine.ts'
import type { PageMention } from '../../page/placement.ts'
import { answerCalls, callBackground } from '../../extension/messages.ts'
import { blockDetector } from './block-detector.ts'
import { createCardDriver } from './card-driver.ts'
import { createPageAccess } from './page-access.ts'

/** Marks, hover and card on one page, from switching on to switching off. */
export type Marking = { engine: PageEngine; stop(): void }

type Options = {
  site: string | undefined
  changed: () => void
  /** Called after each question to the background: it may be gone for good. */
  ended: () => void
}

export function startMarking({ site, changed, ended }: Options, life: AbortSignal): Marking {
  const control = new AbortController()
  const signal = AbortSignal.any([life, control.signal])
  const told: { hover?: Hover } = {}
  const engine = startPageEngine(blockDetector, createPageAccess(signal), signal, () => {
    told.hover?.pageChanged()
    changed()
  })
  const ask = async (mention: PageMention) => {
    const companies = companiesOf(engine.list().map((one) => one.mention))
    const query = queryFor(listMention(mention), companies)
    return await callBackground('findContext', query).finally(ended)
  }
  told.hover = startHover(engine, ask, site, signal)
  answerKeys(told.hover, signal)
  return { engine, stop: () => control.abort() }
}

function startHover(
  engine: PageEngine,
  ask: Parameters<typeof createCardDriver>[1],
  site: string | undefined,
  signal: AbortSignal,
): Hover {
  const announcer = createAnnouncer(signal)
  const say = (mention: PageMention, number: number, total: number) =>
    sayStep(listMention(mention), number, total)
  const current = createCurrentMention(engine, announcer, say, signal)
  const driver = createCardDriver(createCardHost(), ask, site, announcer)
  return watchHover(engine, driver, current, signal)
}

/** Commands reach every frame of the tab; the one with the focus answers. */
function answerKeys(hover: Hover, signal: AbortSignal): void {
  answerCalls(
    'page',
    { stepMention: (by) => hover.step(by), openCard: () => void hover.request() },
    signal,
  )
}
