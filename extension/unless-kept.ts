/**
 * An answer of the browser's to a page, or a rejection once the page is back that was kept for the way
 * back in the meantime (`pageshow`, `persisted`): what is answered while it is kept reaches nobody, in
 * Chromium and in Firefox, and its promise would never settle.
 */
export function unlessKept<Answer>(answer: Promise<Answer>): Promise<Answer> {
  // The background of Chromium is no page.
  if (typeof window === 'undefined') return answer
  return new Promise((resolve, reject) => {
    const settled = new AbortController()
    const lost = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return
      settled.abort()
      reject(new Error('The channel is closed: the page was kept for the way back'))
    }
    // Nobody waits any more in a document that is gone for good.
    const end = ({ persisted }: PageTransitionEvent) => persisted || settled.abort()
    window.addEventListener('pageshow', lost, { signal: settled.signal })
    window.addEventListener('pagehide', end, { signal: settled.signal })
    answer.finally(() => settled.abort()).then(resolve, reject)
  })
}
