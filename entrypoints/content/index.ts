import { defineContentScript } from '#imports'
import { siteOf } from '../../core/site.ts'
import { answerCalls, callBackground } from '../../extension/messages.ts'
import { isSiteOff, watchOffSites } from '../../extension/settings.ts'
import { createFrameReporter } from './frame-reporter.ts'
import { startMarking, type Marking } from './marking.ts'
import './marks.css'

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  // A message to the page's own scripts would be a trace; they have nothing to do with us.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    const { signal } = ctx
    try {
      const site = await readSite()
      let off = await isSiteOff(site)
      let marking: Marking | undefined
      const reporter = createFrameReporter(() => ({ site, off, marking }), signal)
      const apply = () => {
        marking?.stop()
        marking = off ? undefined : startMarking({ site, changed: reporter.changed }, signal)
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
    } catch (error) {
      // The page goes on without us: said once, and everything of ours ends.
      console.error('Source Context stopped on this page.', error)
      ctx.abort(error)
    }
  },
})

/** A frame belongs to the site of the page that it stands in. */
async function readSite(): Promise<string | undefined> {
  return window.top === window ? siteOf(location.href) : await callBackground('tabSite')
}
