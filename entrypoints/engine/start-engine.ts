import { browser } from 'wxt/browser'
import type { PageState } from '../../core/settings/page-state.ts'
import { answerCalls, callBackground } from '../../extension/messages.ts'
import { readPageNames } from '../../extension/sources/read-page-names.ts'
import { setOwnNames } from './block-detector.ts'
import { createFrameReporter } from './frame-reporter.ts'
import { createNoteHost } from './note-host.ts'
import { startMarking, type Marking } from './marking.ts'
import { createMarkSheet, restyleByBackground, type MarkSheet, type Restyle } from './mark-sheet.ts'

/** Starts the engine in this document. A fault ends all of ours in it, and is said once. */
export async function startEngine(restyle: Restyle = restyleByBackground): Promise<void> {
  const life = new AbortController()
  try {
    await run(life, createMarkSheet(restyle))
  } catch (error) {
    // The page goes on without us.
    life.abort(error)
    if (isAlive()) console.error('Source Context stopped on this page.', error)
  }
}

async function run(life: AbortController, sheet: MarkSheet): Promise<void> {
  const { signal } = life
  const note = createNoteHost(signal)
  let [state, names] = await Promise.all([callBackground('pageState'), readPageNames()])
  setOwnNames(names)
  let marking: Marking | undefined
  // An updated or removed extension leaves this script behind, without anybody to talk to.
  const ended = () => isAlive() || life.abort()
  const read = () => ({
    site: state.site,
    off: state.off !== undefined,
    locked: state.locked,
    marking,
  })
  const reporter = createFrameReporter(read, ended, signal)
  const turn = () => {
    marking?.stop()
    marking = state.off
      ? undefined
      : startMarking(
          { read: () => state, sheet, note, changed: reporter.changed, ended, renew: turn },
          signal,
        )
    reporter.changed()
  }
  const take = async (next: PageState) => {
    const before = state
    state = next
    if (next.rules !== before.rules) await sheet.refresh()
    if ((before.off === undefined) !== (next.off === undefined)) return turn()
    if (before.off !== next.off || before.site !== next.site || before.locked !== next.locked)
      reporter.changed()
    else if (JSON.stringify(before.marking) !== JSON.stringify(next.marking)) marking?.refilter()
    // The button may have shown a state in between of which nothing was heard here.
    reporter.announce()
  }
  const followSources = async () => {
    const next = await readPageNames()
    if (signal.aborted) return
    if (JSON.stringify(next) === JSON.stringify(names)) return marking?.sourcesChanged()
    names = next
    setOwnNames(names)
    turn()
  }
  answerCalls('page', { sourcesChanged: () => void followSources().catch(ended) }, signal)
  watchState((next) => void take(next).catch(ended), ended, signal)
  // The document is gone, and is not kept for the way back.
  const leave = (event: PageTransitionEvent) => event.persisted || life.abort()
  window.addEventListener('pagehide', leave, { signal })
  answerCalls('page', { announce: reporter.announce }, signal)
  if (state.rules) await sheet.refresh()
  turn()
}

/** Asks again whenever settings may have changed; only the last question's answer counts. */
function watchState(
  take: (state: PageState) => void,
  ended: () => void,
  signal: AbortSignal,
): void {
  let asked = 0
  const ask = () => {
    const turn = (asked += 1)
    callBackground('pageState')
      .then((state) => {
        if (turn === asked && !signal.aborted) take(state)
      })
      .catch(ended)
  }
  answerCalls('page', { settingsChanged: ask }, signal)
  // A page that comes back has heard nothing while it was away.
  window.addEventListener('pageshow', (event) => event.persisted && ask(), { signal })
}

function isAlive(): boolean {
  return browser.runtime?.id !== undefined
}
