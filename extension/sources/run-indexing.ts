import { answerCalls } from '../messages.ts'
import { startWorker } from '../trusted-text.ts'

/** Messages from the worker, as far as they are looked at here. */
type Report = { type: 'progress' } | { type: 'idle' } | { type: 'failed'; why: string }

/** At most this often is told how far indexing is, in ms. */
const TELL_MS = 250

/**
 * Starts the worker, in a context that may: Chromium's offscreen page, Firefox's background. `tell` is
 * called now and then; `ended` when there is nothing left to do.
 */
export function runIndexing(tell: () => void, ended: () => void): { again(): void } {
  const worker = startWorker('/source-worker.js')
  const life = new AbortController()
  let told = 0
  const finish = () => {
    worker.terminate()
    life.abort()
    ended()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
    if (data.type === 'failed') console.error('Source Context could not index.', data.why)
    if (data.type === 'idle') return finish()
    if (Date.now() - told < TELL_MS) return
    told = Date.now()
    tell()
  })
  worker.addEventListener('error', ({ message }) => {
    console.error('Source Context could not index.', message)
    finish()
  })
  // A worker has one partner, and no origin to choose.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const again = () => worker.postMessage('again')
  answerCalls('indexing', { again }, life.signal)
  return { again }
}
