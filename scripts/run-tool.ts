import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Tools of node_modules by the file that Node runs: no shell, so it is the same on Windows. */
const TOOLS = {
  oxlint: 'oxlint/bin/oxlint',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vitepress: 'vitepress/bin/vitepress.js',
  vitest: 'vitest/vitest.mjs',
  'web-ext': 'web-ext/bin/web-ext.js',
  wxt: 'wxt/bin/wxt.mjs',
} as const
export type Tool = keyof typeof TOOLS

/** What a finished command left: its exit code (1 where a signal ended it) and all that it said. */
export type Outcome = { code: number; output: string }

/** Runs one of the installed tools with this Node and waits for its end. Never throws for a failure. */
export function runTool(tool: Tool, args: string[]): Promise<Outcome> {
  return runNode([join('node_modules', TOOLS[tool]), ...args])
}

/** Runs a script with this Node, in a folder, and waits for its end. */
export function runNode(args: string[], cwd = process.cwd()): Promise<Outcome> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1', WXT_SKIP_UPDATE_CHECK: '1' },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
