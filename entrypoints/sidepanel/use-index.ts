import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { ContextSource, SourceSlice } from '../../core/context/context-source.ts'
import { answerCalls } from '../../extension/messages.ts'
import { openSource } from '../../extension/sources/open-source.ts'
import type { TabView } from '../../extension/watch-tab.ts'
import { questionsOf } from './questions-of.ts'

/** The part of the sources that a page needs, and where the rest is asked for. */
export type LoadedSources = { source: ContextSource; slice: SourceSlice }

/** Up to so many documents are listed beside the page, whether it needs them or not. */
const MOST_LISTED = 500

/**
 * The sources as far as the page needs them, once they are read, or why they cannot be; `retry` reads
 * them again. They are asked anew when the page has other mentions, and when the sources change.
 */
export function useIndex(view: TabView): {
  loaded: LoadedSources | Error | undefined
  retry(): void
} {
  const [loaded, setLoaded] = useState<LoadedSources | Error>()
  const [turn, setTurn] = useState(0)
  const retry = useCallback(() => setTurn((last) => last + 1), [])
  const questions = useMemo(() => questionsOf(view), [view])
  const asked = JSON.stringify(questions)
  useEffect(() => {
    let isLatest = true
    const take = (next: LoadedSources | Error) => {
      if (isLatest) setLoaded((last) => (isSame(last, next) ? last : next))
    }
    load(questions).then(take, (fault: unknown) =>
      take(fault instanceof Error ? fault : new Error(String(fault))),
    )
    return () => {
      isLatest = false
    }
  }, [asked, turn])
  useEffect(() => {
    const life = new AbortController()
    answerCalls('views', { sourcesChanged: retry }, life.signal)
    return () => life.abort()
  }, [retry])
  return { loaded, retry }
}

async function load(questions: ReturnType<typeof questionsOf>): Promise<LoadedSources> {
  const source = await openSource()
  const slice = await source.gather(questions)
  // Without counts the slice is the whole.
  if (!slice.whole || slice.whole.documents > MOST_LISTED) return { source, slice }
  const documents = await source.documents()
  return { source, slice: { ...slice, index: { ...slice.index, documents } } }
}

/** The bundled sources stay the same whatever is asked of them. */
function isSame(last: LoadedSources | Error | undefined, next: LoadedSources | Error): boolean {
  if (last === undefined || last instanceof Error || next instanceof Error) return false
  return last.slice === next.slice
}
