import type { DigestPage, DigestSources } from '../../components/Digest.tsx'
import { createLookup } from '../../core/card/card-content.ts'
import { createPageChecker, type PageChecker } from '../../core/digest/check-page.ts'
import { createContextFinder, type ContextFinder } from '../../core/context/context.ts'
import { digestPage } from '../../core/digest/digest.ts'
import { addCounts, countListed } from '../../core/page-report.ts'
import { createQuoteChecker } from '../../core/digest/quote-check.ts'
import { createEventSearch, createSearch } from '../../core/digest/search.ts'
import { siteOf } from '../../core/site.ts'
import type { TabView } from '../../extension/watch-tab.ts'
import type { LoadedSources } from './use-index.ts'

export type Sources = Exclude<DigestSources, { name: 'ready' }> | ReadySources
export type ReadySources = Extract<DigestSources, { name: 'ready' }> & {
  finder: ContextFinder
  checkPage: PageChecker
}

/** The sources ready for every question that the digest asks. */
export function openSources(loaded: LoadedSources | Error | undefined): Sources {
  if (loaded === undefined) return { name: 'loading' }
  if (loaded instanceof Error) return { name: 'missing', fault: loaded.message }
  const { source, slice } = loaded
  const lookup = createLookup(slice.index, slice.whole)
  const finder = createContextFinder(slice.index, slice.whole)
  const checkQuote = onFirstUse(() => createQuoteChecker(lookup))
  return {
    name: 'ready',
    lookup,
    search: onFirstUse(() => createSearch(lookup)),
    // Of a part, the rest is searched where it is kept.
    ...(slice.whole && { searchAll: (words, filter) => source.search(words, filter) }),
    searchEvents: onFirstUse(() => createEventSearch(lookup)),
    finder,
    checkPage: createPageChecker(lookup, finder, checkQuote),
  }
}

/** Made when it is first asked, so that the list is there sooner. */
function onFirstUse<Parameters extends unknown[], Result>(
  make: () => (...parameters: Parameters) => Result,
): (...parameters: Parameters) => Result {
  let made: ((...parameters: Parameters) => Result) | undefined
  return (...parameters) => (made ??= make())(...parameters)
}

/** A tab's view in the digest's terms. */
export function describePage(view: TabView, sources: Sources): DigestPage {
  if (view.name === 'unreadable')
    return { name: 'unreadable', reloadable: siteOf(view.address) !== undefined }
  if (view.name !== 'readable') return { name: view.name }
  const top = view.frames.get(0)
  if (!top || sources.name !== 'ready') return { name: 'loading' }
  const { finder, lookup, checkPage } = sources
  const reports = [...view.frames.values()]
  const digest = digestPage(view.frames, finder, lookup)
  return {
    name: 'readable',
    site: top.site,
    off: top.off,
    locked: top.locked,
    counts: addCounts(reports.map((report) => countListed(report.mentions))),
    digest,
    isRead: view.readings.has(0),
    checks: checkPage(digest, view.readings),
  }
}
