import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Which folder may import and ask what, held against the lint configuration that enforces it. */
describe('a folder', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lint-rules-'))
    copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Names of the rules that one line at a path breaks. */
  const lint = (path: string, line: string): string[] => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${line}\n`)
    const oxlint = resolve('node_modules/oxlint/bin/oxlint')
    const args = [oxlint, '--format=json', path]
    return rulesIn(run(args, folder))
  }

  test.each([
    ['core/a.ts', "export { b } from '../page/b.ts'"],
    ['core/a.ts', "export { b } from '../indexer/b.ts'"],
    ['core/a.ts', "export { readFile } from 'node:fs'"],
    ['core/a.ts', "export { browser } from 'wxt/browser'"],
    ['page/a.ts', "export { b } from '../extension/b.ts'"],
    ['page/a.ts', "export { browser } from 'wxt/browser'"],
    ['components/a.tsx', "export { b } from '../page/b.ts'"],
    ['components/deep/a.tsx', "export { b } from '../../extension/b.ts'"],
    ['components/a.tsx', "export { storage } from '#imports'"],
    ['extension/a.ts', "export { b } from '../components/b.tsx'"],
    ['extension/a.ts', "export { b } from '../entrypoints/b.ts'"],
    ['indexer/a.ts', "export { b } from '../page/b.ts'"],
  ])('%s may not have: %s', (path, line) => {
    expect(lint(path, line)).toContain('eslint(no-restricted-imports)')
  })

  test.each([
    ['core/a.ts', "export { b } from './b.ts'"],
    ['page/a.ts', "export { b } from '../core/b.ts'"],
    ['components/a.tsx', "export { useState } from 'preact/hooks'"],
    ['extension/a.ts', "export { browser } from 'wxt/browser'"],
    ['indexer/a.ts', "export { b } from '../core/b.ts'"],
    ['entrypoints/a.ts', "export { b } from '../extension/b.ts'"],
    ['tests/a.ts', "export { b } from '../page/b.ts'"],
  ])('%s may have: %s', (path, line) => {
    expect(lint(path, line)).toEqual([])
  })

  test.each([
    ['core/a.ts', 'export const a = document.title'],
    ['core/a.ts', 'export const a = browser.runtime.id'],
    ['page/a.ts', 'export const a = chrome.runtime.id'],
  ])('%s may not use: %s', (path, line) => {
    expect(lint(path, line)).toContain('eslint(no-restricted-globals)')
  })

  test.each(['parentElement', 'closest', 'getRootNode', 'scrollIntoView', 'checkVisibility'])(
    'page/ may not ask an element itself for %s, which may be an input of a form',
    (name) => {
      const line = `export const a = (it: Element) => it.${name}`
      expect(lint('page/a.ts', line)).toContain('eslint(no-restricted-properties)')
      expect(lint('page/form-safe.ts', line)).toEqual([])
    },
  )
})

/** The output of a command, whatever its exit code. */
function run(args: string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: 'utf8' })
  } catch (error) {
    return String((error as { stdout: string }).stdout)
  }
}

function rulesIn(output: string): string[] {
  const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string }[] }
  return diagnostics.map((it) => it.code)
}
