import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moveUnreleased, nextVersion } from '../../scripts/release-rules.ts'

describe('the next version', () => {
  it.each([
    ['0.1.9', 'patch', '0.1.10'],
    ['0.1.9', 'minor', '0.2.0'],
    ['0.1.9', 'major', '1.0.0'],
    ['0.1.9', '0.1.10', '0.1.10'],
  ])('after %s, asked for %s, is %s', (now, wanted, next) => {
    expect(nextVersion(now, wanted)).toBe(next)
  })

  it.each(['0.1.9', '0.1.8', '0.0.10', '1.0', 'v1.0.0', '1.0.0-beta'])('is never %s', (wanted) => {
    expect(() => nextVersion('0.1.9', wanted)).toThrow(wanted)
  })
})

it('moves only what is unreleased', () => {
  const { text } = moveUnreleased(
    '# C\n\n## Unreleased\n\n- a\n\n## 0.1.0\n\n- b\n',
    '0.2.0',
    '2026-01-02',
  )
  expect(text).toBe('# C\n\n## Unreleased\n\n## 0.2.0 (2026-01-02)\n\n- a\n\n## 0.1.0\n\n- b\n')
})

describe('the command, in a repository of its own', () => {
  let folder: string
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim()
  const release = (...args: string[]) =>
    spawnSync(process.execPath, [resolve('scripts/release.ts'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    })
  const commit = () => {
    git('add', '-A')
    git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qm', 'start')
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'source-context-release-'))
    git('init', '-q')
    git('config', 'user.name', 'T')
    git('config', 'user.email', 't@example.org')
    const scripts = { test: 'node -e ""', zip: 'node -e ""' }
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'x', version: '0.1.0', scripts }),
    )
    writeFileSync(join(folder, 'CHANGELOG.md'), '# C\n\n## Unreleased\n\n- New.\n')
    commit()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('sets the version, writes the changelog and tags', () => {
    expect(release('minor').status).toBe(0)
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toContain('"0.2.0"')
    expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toMatch(
      /## 0\.2\.0 \(.*\)\n\n- New\./,
    )
    expect(git('tag')).toBe('v0.2.0')
    expect(git('status', '--porcelain')).toBe('')
  })

  it('changes nothing in a dry run', () => {
    expect(release('minor', '--dry-run').stdout).toContain('would release 0.2.0')
    expect(git('tag')).toBe('')
    expect(git('status', '--porcelain')).toBe('')
  })

  it('refuses where something is not committed, or checks fail, and then tags nothing', () => {
    writeFileSync(join(folder, 'left.txt'), 'x')
    expect(release('patch').stderr).toContain('not committed')
    const scripts = { test: 'node -e "process.exit(1)"' }
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'x', version: '0.1.0', scripts }),
    )
    commit()
    expect(release('patch').status).toBe(1)
    expect(git('tag')).toBe('')
    expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toContain('## Unreleased\n\n- New.')
  })
})
