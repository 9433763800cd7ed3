import { storage } from '#imports'
import { browser } from 'wxt/browser'
import {
  changePause,
  isPaused,
  NO_PAUSE,
  outlivesBrowser,
  readPause,
  type Pause,
  type PauseChoice,
} from '../core/settings/pause.ts'

const lasting = storage.defineItem<unknown>('local:pause')
const passing = storage.defineItem<unknown>('session:pause')

/** Wakes the background when an hour's pause ends. */
const ALARM = 'pause-ends'

export type PauseStore = {
  read(): Promise<Pause>
  /** One change after the other: whoever calls sees to that. */
  change(choice: PauseChoice, tabId: number | undefined): Promise<void>
  /** Sets the alarm for the end of an hour, after the browser may have forgotten it. */
  arm(): Promise<void>
}

/** The pause, if any. `ended` is called when an hour is over. */
export function createPauseStore(ended: () => void): PauseStore {
  browser.alarms.onAlarm.addListener(({ name }) => {
    // It may ring a moment early; then it is set again.
    if (name === ALARM) void arm().then(ended)
  })
  return {
    read,
    arm,
    change: async (choice, tabId) => write(changePause(await read(), choice, tabId, Date.now())),
  }
}

async function read(): Promise<Pause> {
  try {
    const pause = readPause(await passing.getValue())
    return pause.name === 'none' ? readPause(await lasting.getValue()) : pause
  } catch {
    return NO_PAUSE
  }
}

async function write(pause: Pause): Promise<void> {
  const isLasting = outlivesBrowser(pause)
  await Promise.all([
    isLasting ? lasting.setValue(pause) : lasting.removeValue(),
    isLasting ? passing.removeValue() : passing.setValue(pause),
    browser.alarms.clear(ALARM),
  ])
  await arm()
}

async function arm(): Promise<void> {
  const pause = await read()
  if (pause.name === 'hour' && isPaused(pause, undefined, Date.now()))
    browser.alarms.create(ALARM, { when: pause.until })
}
