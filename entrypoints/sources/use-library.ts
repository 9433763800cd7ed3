import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
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
  /** Answers when what is there is shown. */
  refresh(): Promise<void>
}

const NONE: Novelty = { documents: [], events: [] }

/** The reader's own sources as they are now, read anew after each change. */
export function useLibrary(): OpenLibrary {
  const [state, setState] = useState<LibraryState | Error>()
  const [novelty, setNovelty] = useState(NONE)
  const [version, setVersion] = useState(0)
  const last = useRef({ turn: 0, reading: Promise.resolve() })
  const refresh = useCallback(() => {
    const turn = ++last.current.turn
    const read = async () => {
      const [next, found] = await Promise.all([
        library.read().catch(toError),
        library.readNew(askedSince()).catch(() => NONE),
      ])
      // Something has changed meanwhile: that reading is the one to wait for.
      if (turn !== last.current.turn) return last.current.reading
      setState(next)
      setNovelty(found)
      setVersion(turn)
      return undefined
    }
    return (last.current.reading = read())
  }, [])
  useEffect(() => {
    const end = new AbortController()
    answerCalls('views', { sourcesChanged: () => void refresh() }, end.signal)
    void refresh()
    return () => end.abort()
  }, [refresh])
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
