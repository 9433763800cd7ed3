// Brings a fresh machine to where `npm run demo` and `npm test` can work, and touches the network
// only for what is missing. Plain JavaScript without dependencies: it runs before they are there,
// on any Node from 20 on.
//
//     node scripts/setup.mjs demo            Chromium, or what CHROME_PATH names
//     node scripts/setup.mjs demo --firefox  Firefox, or what FIREFOX_PATH names
//     node scripts/setup.mjs test            both
//     node scripts/setup.mjs build           no browser
//     node scripts/setup.mjs test --run scripts/check.ts …
//
// `--run` goes on with a script in the project's own Node. `setup && node script` would not do: a
// shell remembers where it found `node` before the project's own was installed.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, findFirefox } from './browsers.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
/** Holds the digest of the package-lock.json that node_modules was made from. */
const STAMP = join(ROOT, 'node_modules/.source-context-setup')
const OLDEST_NODE = 20

const BROWSERS = {
  chromium: {
    find: findChromium,
    variable: 'CHROME_PATH',
    packages: ['chromium', 'fonts-liberation', 'fonts-noto-cjk'],
    advice:
      'Install Chromium, Chrome, Edge or Brave, or name one in the environment variable CHROME_PATH.',
  },
  firefox: {
    find: findFirefox,
    variable: 'FIREFOX_PATH',
    packages: ['firefox-esr', 'fonts-liberation', 'fonts-noto-cjk'],
    advice: 'Install Firefox, or name one in the environment variable FIREFOX_PATH.',
  },
}

class Unready extends Error {}

try {
  const { wanted, script } = readArguments(process.argv.slice(2))
  checkNode()
  installDependencies()
  prepareTypes()
  for (const name of wanted) provideBrowser(name)
  if (script.length > 0) process.exitCode = runScript(script)
} catch (error) {
  if (!(error instanceof Unready)) throw error
  console.error(`set-up: ${error.message}`)
  process.exitCode = 1
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= OLDEST_NODE) return
  throw new Unready(`Node ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}.`)
}

function readArguments(words) {
  const run = words.indexOf('--run')
  const script = run < 0 ? [] : words.slice(run + 1)
  if (words[0] === 'test') return { wanted: ['chromium', 'firefox'], script }
  if (words[0] === 'build') return { wanted: [], script }
  return { wanted: [words.includes('--firefox') ? 'firefox' : 'chromium'], script }
}

/** Runs a script with the project's Node and gives its exit code. Ctrl+C is the script's to answer. */
function runScript(args) {
  const path = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`
  process.on('SIGINT', () => {})
  const env = { ...process.env, PATH: path }
  return spawnSync(projectNode(), args, { cwd: ROOT, stdio: 'inherit', env }).status ?? 1
}

/** The Node that npm ci brings, whatever the machine has. */
function projectNode() {
  const node = join(
    ROOT,
    'node_modules/node/bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(node)) return node
  throw new Unready(
    'node_modules holds no Node: its install script was kept from running. Allow install scripts for this folder, delete node_modules and try again.',
  )
}

/** Installs what package-lock.json says, unless node_modules was made from that very file. */
function installDependencies() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockDigest()) return
  if (!wasInstalledByHand()) {
    say('installing dependencies (npm ci)')
    // Warnings are about the Node that set-up itself runs in; the project brings its own.
    runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  }
  writeFileSync(STAMP, lockDigest())
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
}

/** Whether npm's own record inside node_modules lists the same versions as the lock file. */
function wasInstalledByHand() {
  const record = join(ROOT, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const installed = packagesIn(record)
  return Object.entries(packagesIn(join(ROOT, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional === true),
  )
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

/** npm passes its own path to the scripts that it runs; alone, `npm` is a command on the path. */
function runNpm(args) {
  const own = process.env.npm_execpath
  const isNpm = own !== undefined && /npm-cli\.c?js$/.test(own)
  const windows = process.platform === 'win32'
  const result = isNpm
    ? spawnSync(process.execPath, [own, ...args], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: windows })
  if (result.status === 0) return
  throw new Unready(
    'npm ci failed (see above). The first set-up needs a network; afterwards none is needed.',
  )
}

/** WXT writes the types of the entrypoints into .wxt; the type check and the tests read them. */
function prepareTypes() {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs')
  const result = spawnSync(projectNode(), [wxt, 'prepare'], { cwd: ROOT, encoding: 'utf8' })
  if (result.status !== 0)
    throw new Unready(`wxt prepare failed:\n${result.stdout}${result.stderr}`)
}

function provideBrowser(name) {
  const { find, variable, packages, advice } = BROWSERS[name]
  if (find()) return
  const chosen = process.env[variable]
  if (chosen)
    throw new Unready(`${variable} names ${chosen}, which is no program that can be started.`)
  if (canUseApt()) installPackages(name, packages)
  if (!find()) throw new Unready(`no ${name} was found. ${advice}`)
}

function canUseApt() {
  return (
    process.platform === 'linux' && succeeds('apt-get', ['--version']) && asRoot() !== undefined
  )
}

/** Words to put before a command so that it runs as root; `undefined` where that is not allowed. */
function asRoot() {
  if (process.getuid?.() === 0) return []
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined
}

/** With the package lists as they are; fresh machines have none, so they are fetched on failure. */
function installPackages(name, packages) {
  say(`installing ${name} (apt-get install ${packages.join(' ')})`)
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  if (apt(install) || (apt(['update']) && apt(install))) return
  throw new Unready(`apt-get could not install ${name}. ${BROWSERS[name].advice}`)
}

function apt(args) {
  const [command, ...rest] = [
    ...(asRoot() ?? []),
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
  ]
  return spawnSync(command, [...rest, '-qq', ...args], { stdio: ['ignore', 2, 2] }).status === 0
}

function succeeds(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function say(what) {
  console.error(`set-up: ${what} …`)
}
