/**
 * What changes in a page without telling any observer. That the registry of highlights is cleared, or
 * the whole document becomes editable, is a glance away: it is asked all the time that the page is
 * looked at. That a shadow root is attached takes a search: for a while after the start, after loading,
 * and after every act of the reader, because most of it is the work of scripts then; and little by
 * little at all other times.
 */
export type QuietReader = {
  /** A few look-ups: puts marks back, asks whether anybody is still there to mark for. */
  glance(): void
  /** Looks for shadow roots that nobody announced, for so many ms; `false` while not everywhere yet. */
  look(ms: number): boolean
  /** What may be read has changed everywhere. */
  reread(): void
}

/** Time between two glances, and how many looks follow on each act: marks are right within 200 ms. */
const GLANCE_MS = 150
const LOOKS = 8
/** Longest look at once, in ms, of those: a share of the time between two that nobody feels. */
const LOOK_MS = 4
/** The same at other times: a five-hundredth of the time. */
const QUIET_LOOK_MS = 0.3

/** Acts of the reader, or of the document, after which scripts are likely to run. */
const ACTS = [
  'load',
  'pointerdown',
  'keydown',
  'input',
  'focusin',
  'scrollend',
  'popstate',
] as const

/** Answers how to begin such looks for another reason. */
export function watchQuietChanges(reader: QuietReader, signal: AbortSignal): () => void {
  let left = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let design = document.designMode
  const glance = () => {
    timer = undefined
    reader.glance()
    if (document.designMode !== design) {
      design = document.designMode
      reader.reread()
    }
    if (reader.look(left > 0 ? LOOK_MS : QUIET_LOOK_MS) && left > 0) left -= 1
    wait()
  }
  // A page that nobody sees is not asked; when it is seen again, that is an act.
  const wait = () => {
    if (!signal.aborted && !document.hidden) timer ??= setTimeout(glance, GLANCE_MS)
  }
  const begin = () => {
    left = LOOKS
    wait()
  }
  const options = { passive: true, capture: true, signal }
  for (const act of ACTS) addEventListener(act, begin, options)
  document.addEventListener('visibilitychange', begin, options)
  signal.addEventListener('abort', () => clearTimeout(timer))
  begin()
  return begin
}
