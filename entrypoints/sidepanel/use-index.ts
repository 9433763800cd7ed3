import { useEffect, useState } from 'preact/hooks'
import type { SourceIndex } from '../../core/source-index.ts'
import { loadIndex } from '../../extension/bundled-index.ts'

/** The bundled index once it is read, or why it cannot be. */
export function useIndex(): SourceIndex | Error | undefined {
  const [loaded, setLoaded] = useState<SourceIndex | Error>()
  useEffect(() => {
    loadIndex().then(setLoaded, (fault: unknown) =>
      setLoaded(fault instanceof Error ? fault : new Error(String(fault))),
    )
  }, [])
  return loaded
}
