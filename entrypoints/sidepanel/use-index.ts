import { useCallback, useEffect, useState } from 'preact/hooks'
import type { SourceIndex } from '../../core/source-index.ts'
import { loadIndex } from '../../extension/bundled-index.ts'

/** The bundled index once it is read, or why it cannot be; `retry` reads it again. */
export function useIndex(): { loaded: SourceIndex | Error | undefined; retry(): void } {
  const [loaded, setLoaded] = useState<SourceIndex | Error>()
  const retry = useCallback(() => {
    loadIndex().then(setLoaded, (fault: unknown) =>
      setLoaded(fault instanceof Error ? fault : new Error(String(fault))),
    )
  }, [])
  useEffect(retry, [])
  return { loaded, retry }
}
