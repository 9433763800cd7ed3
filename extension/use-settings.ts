import { useEffect, useState } from 'preact/hooks'
import type { KeptSettings } from './calls.ts'
import { answerCalls, callBackground } from './messages.ts'

/** Everything that is set, live; `undefined` until it is known. */
export function useSettings(): KeptSettings | undefined {
  const [kept, setKept] = useState<KeptSettings>()
  useEffect(() => {
    const control = new AbortController()
    let asked = 0
    const ask = () => {
      const turn = (asked += 1)
      void callBackground('readSettings').then((answer) => {
        if (turn === asked && !control.signal.aborted) setKept(answer)
      })
    }
    answerCalls('views', { settingsChanged: ask }, control.signal)
    ask()
    return () => control.abort()
  }, [])
  return kept
}
