import { useEffect, useState } from 'preact/hooks'
import type { MentionRef } from '../../core/digest/digest.ts'
import { takeDigestFocus, watchDigestFocus } from '../../extension/digest-panel.ts'

/** The mention of this tab at which the digest was last opened. */
export function useDigestFocus(tabId: number | undefined): MentionRef | undefined {
  const [here, setHere] = useState<MentionRef>()
  useEffect(() => {
    const control = new AbortController()
    const take = async () => {
      const focus = await takeDigestFocus(tabId)
      if (focus && !control.signal.aborted) setHere({ frame: focus.frameId, id: focus.mention })
    }
    setHere(undefined)
    watchDigestFocus(() => void take(), control.signal)
    void take()
    return () => control.abort()
  }, [tabId])
  return here
}
