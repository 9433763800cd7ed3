import { callBackground } from '../../extension/messages.ts'
import { runIndexing } from '../../extension/sources/run-indexing.ts'

/** Chromium's background cannot start a worker: this page, which nobody sees, does; then it is closed. */
runIndexing(
  () => void callBackground('sourcesMade', false),
  () => void callBackground('sourcesMade', true),
)
