/**
 * What changes in a page without telling any observer: a shadow root is attached, the registry of
 * highlights is cleared, the whole document becomes editable. All of it is the work of scripts, so it
 * is looked for a while after the start, after loading, and after every act of the reader.
 */
export type QuietReader = {
  /** Looks for shadow roots that nobody announced; puts marks back. */
  look(): void
  /** What may be read has changed everywhere. */
  reread(): void
}

/** Time between two looks, and how many follow on each act: marks are right within 200 ms of it. */
const LOOK_MS = 150
const LOOKS = 8

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

export function watchQuietChanges(reader: QuietReader, signal: AbortSignal): void {
  let left = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let design = document.designMode
  const look = () => {
    timer = undefined
    reader.look()
    if (document.designMode !== design) {
      design = document.designMode
      reader.reread()
    }
    left -= 1
    if (left > 0) timer = setTimeout(look, LOOK_MS)
  }
  const begin = () => {
    left = LOOKS
    timer ??= setTimeout(look, LOOK_MS)
  }
  for (const act of ACTS) addEventListener(act, begin, { passive: true, capture: true, signal })
  signal.addEventListener('abort', () => clearTimeout(timer))
  begin()
}
