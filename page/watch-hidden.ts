export type HiddenWatch = {
  /** These hold mentions that nobody can see now, in place of those before. */
  watch(elements: Iterable<Element>): void
}

/** One screen above and below, as marks are. */
const NEAR = '100% 0px'

/**
 * Tells when a hidden element may have come to show near the viewport, whatever made it: a style
 * sheet, a checkbox, a popover. Attributes are watched besides, but few of them, and not all of it
 * is done by attributes. Once for each time, so that what stays invisible asks no more.
 */
export function createHiddenWatch(shown: () => void, signal: AbortSignal): HiddenWatch {
  const watched = new Set<Element>()
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) shown()
    },
    { root: document, rootMargin: NEAR },
  )
  signal.addEventListener('abort', () => observer.disconnect())
  return {
    watch: (elements) => {
      const now = new Set(elements)
      for (const element of watched) if (!now.has(element)) observer.unobserve(element)
      for (const element of now) if (!watched.has(element)) observer.observe(element)
      watched.clear()
      for (const element of now) watched.add(element)
    },
  }
}
