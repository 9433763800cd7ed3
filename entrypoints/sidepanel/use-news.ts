import { useEffect, useState } from 'preact/hooks'
import type { News } from '../../components/OwnBar.tsx'
import { answerCalls } from '../../extension/messages.ts'
import { holdNew, readNew } from '../../extension/sources/library-novelty.ts'

/** What was added since the last look. It stays in view; the next digest begins anew. */
export function useNews(): News | undefined {
  const [news, setNews] = useState<News>()
  useEffect(() => {
    const end = new AbortController()
    const read = async () => {
      const { upTo: since } = await holdNew()
      const { documents, events } = await readNew(since)
      if (documents.length === 0 && events.length === 0) return setNews(undefined)
      setNews({ documents: documents.length, events: events.length, since })
    }
    // Where nothing is kept there is nothing new.
    const look = () => read().catch(() => undefined)
    answerCalls('views', { sourcesChanged: () => void look() }, end.signal)
    void look()
    return () => end.abort()
  }, [])
  return news
}
