import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { moveUnreleased, nextVersion } from './release-rules.ts'

/**
 * Makes a release: checks, sets the version, moves what is unreleased in the changelog, commits, tags
 * and builds the packages. It pushes nothing.
 *
 *     npm run release -- patch|minor|major|VERSION [--dry-run] [--skip-checks]
 */
const words = process.argv.slice(2)
const isDry = words.includes('--dry-run')
const wanted = words.find((word) => !word.startsWith('--'))

try {
  release()
} catch (error) {
  console.error(`release: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}

function release(): void {
  if (wanted === undefined) throw new Error('say patch, minor, major or a version')
  const version = nextVersion(versionIn('package.json'), wanted)
  if (git('status', '--porcelain') !== '')
    throw new Error('there are changes that are not committed')
  if (git('tag', '--list', `v${version}`) !== '') throw new Error(`v${version} is there already`)
  const day = new Date().toISOString().slice(0, 10)
  const changelog = moveUnreleased(readFileSync('CHANGELOG.md', 'utf8'), version, day)
  if (isDry) return console.log(`would release ${version}:\n\n${changelog.section}`)
  if (!words.includes('--skip-checks')) npm('test')
  setVersion(version)
  writeFileSync('CHANGELOG.md', changelog.text)
  git('commit', '--quiet', '-am', `chore: release ${version}`)
  git('tag', '--annotate', `v${version}`, '-m', changelog.section)
  npm('run', 'zip')
  console.log(`v${version} is tagged and packed; push it with: git push --follow-tags`)
}

function versionIn(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

function setVersion(version: string): void {
  npm('version', version, '--no-git-tag-version')
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim()
}

function npm(...args: string[]): void {
  execFileSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
}
