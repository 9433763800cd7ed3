import { defineUnlistedScript } from '#imports'
import { browser } from 'wxt/browser'
import { siteOf } from '../../core/site.ts'
import { answerCalls, callBackground } from '../../extension/messages.ts'
import { isSiteOff, watchOffSites } from '../../extension/settings.ts'
import { createFrameReporter } from './frame-reporter.ts'
import { startMarking, type Marking } from './marking.ts'

/** Everything on a page that concerns us: from the gate's opening to the end of the document. */
export default defineUnlistedScript(async () => {
  const life = new AbortController()
  try {
    await startEngine(life)
  } catch (error) {
    // The page goes on without us: said once, and everything of ours ends.
    life.abort(error)
    if (isAlive()) console.error('Source Context stopped on this page.', error)
  }
})

async function startEngine(life: AbortController): Promise<void> {
  const { signal } = life
  const site = await readSite()
  let off = await isSiteOff(site)
  let marking: Marking | undefined
  // An updated or removed extension leaves this script behind, without anybody to talk to.
  const ended = () => isAlive() || life.abort()
  const reporter = createFrameReporter(() => ({ site, off, marking }), ended, signal)
  const apply = () => {
    marking?.stop()
    marking = off ? undefined : startMarking({ site, changed: reporter.changed, ended }, signal)
    reporter.changed()
  }
  watchOffSites((sites) => {
    const nowOff = site !== undefined && sites.includes(site)
    if (nowOff === off) return
    off = nowOff
    apply()
  }, signal)
  answerCalls('page', { announce: reporter.announce }, signal)
  apply()
}

/** A frame belongs to the site of the page that it stands in. */
async function readSite(): Promise<string | undefined> {
  return window.top === window ? siteOf(location.href) : await callBackground('tabSite')
}

function isAlive(): boolean {
  return browser.runtime?.id !== undefined
}
