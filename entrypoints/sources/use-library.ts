import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Novelty } from '../../core/packs/pack.ts'
import { answerCalls } from '../../extension/messages.ts'
import { openLibrary } from '../../extension/sources/open-library.ts'
import type { LibraryState } from '../../extension/sources/source-library.ts'

export const library = openLibrary()

export type OpenLibrary = {
  state: LibraryState | Error | undefined
  novelty: Novelty
  /** Counts up with each change, for what is read beside the state. */
  version: number
  refresh(): void
}

const NONE: Novelty = { documents: [], events: [] }

/** The reader's own sources as they are now, read anew after each change. */
export function useLibrary(): OpenLibrary {
  const [state, setState] = useState<LibraryState | Error>()
  const [novelty, setNovelty] = useState(NONE)
  const [version, setVersion] = useState(0)
  const refresh = useCallback(() => setVersion((now) => now + 1), [])
  useEffect(() => {
    const end = new AbortController()
    answerCalls('views', { sourcesChanged: refresh }, end.signal)
    return () => end.abort()
  }, [refresh])
  useEffect(() => {
    let late = false
    library.read().then(
      (read) => late || setState(read),
      (fault: unknown) => late || setState(toError(fault)),
    )
    library.readNew(askedSince()).then(
      (read) => late || setNovelty(read),
      () => undefined,
    )
    return () => {
      late = true
    }
  }, [version])
  return { state, novelty, version, refresh }
}

/** The look after which things are new, where the page was opened to list them. */
function askedSince(): number | undefined {
  const since = new URLSearchParams(location.search).get('since')
  return since !== null && /^\d+$/.test(since) ? Number(since) : undefined
}

export function toError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault))
}
