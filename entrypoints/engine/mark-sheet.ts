import { callBackground } from '../../extension/messages.ts'
import marks from '../marks.css?inline'

/** The marks' style rules in one frame. */
export type MarkSheet = {
  /** For shadow trees, where the document's style sheets do not reach: always as the marks are now. */
  adopted: CSSStyleSheet
  /** Puts the rules that are chosen now on top of the usual ones, in place of those before. */
  refresh(): Promise<void>
}

/** Puts the rules that are chosen now into the document, in place of others; answers them. */
export type Restyle = (before: string) => Promise<string>

/** The way that works in every page but our own. */
export const restyleByBackground: Restyle = (before) => callBackground('restyle', before)

/**
 * The document's own rules are put in by the browser at the background's word, where no page script
 * sees them; what shadow trees adopt is changed here.
 */
export function createMarkSheet(restyle: Restyle): MarkSheet {
  let adopted: CSSStyleSheet | undefined
  let rules = ''
  let last: Promise<unknown> = Promise.resolve()
  const write = () => adopted?.replaceSync(marks + rules)
  return {
    get adopted() {
      if (!adopted) {
        adopted = new CSSStyleSheet()
        write()
      }
      return adopted
    },
    refresh: () => {
      const done = last.then(async () => {
        rules = await restyle(rules)
        write()
      })
      last = done.catch(() => undefined)
      return done
    },
  }
}
