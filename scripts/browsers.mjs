// Plain JavaScript, because set-up runs it before anything is installed.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const CHROMIUM = {
  names: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
  ],
  mac: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'Brave Browser.app/Contents/MacOS/Brave Browser',
  ],
  windows: [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'BraveSoftware/Brave-Browser/Application/brave.exe',
  ],
}

const FIREFOX = {
  names: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
  mac: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
  windows: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
}

/**
 * Path of an installed Chromium, Chrome, Edge or Brave; `undefined` where there is none.
 * `CHROME_PATH` wins, even over a better one.
 */
export function findChromium() {
  return findBrowser(process.env.CHROME_PATH, CHROMIUM)
}

/** Path of an installed Firefox; `undefined` where there is none. `FIREFOX_PATH` wins. */
export function findFirefox() {
  return findBrowser(process.env.FIREFOX_PATH, FIREFOX)
}

function findBrowser(chosen, places) {
  if (chosen) return isExecutable(chosen) ? chosen : undefined
  return candidates(places).find(isExecutable)
}

function candidates({ names, mac, windows }) {
  if (process.platform === 'win32') return joinAll(windowsRoots(), windows)
  const onPath = joinAll((process.env.PATH ?? '').split(delimiter).filter(Boolean), names)
  if (process.platform !== 'darwin') return [...onPath, ...joinAll(['/snap/bin'], names)]
  return [
    ...joinAll(['/Applications', join(process.env.HOME ?? '', 'Applications')], mac),
    ...onPath,
  ]
}

function windowsRoots() {
  const { ProgramFiles, LOCALAPPDATA } = process.env
  return [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].filter(Boolean)
}

/** Names in the outer loop: a better browser in a later folder wins over a worse one. */
function joinAll(folders, names) {
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
