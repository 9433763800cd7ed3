import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compile } from 'svelte/compiler'
import { build, type InlineConfig, type Plugin } from 'vite'

const SOURCES = 'tests/fixtures/frameworks'
const MADE = '.cache/frameworks'
const DEVELOPMENT = {
  'process.env.NODE_ENV': '"development"',
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
}

/** The framework's script for a page, as a developer gets it: with all its warnings. */
export async function bundleForPage(name: string): Promise<string> {
  return firstChunk({
    plugins: [svelte('client')],
    build: { lib: { entry: sourceOf(name), formats: ['iife'], name: 'app' }, minify: false },
  })
}

/** What the same app looks like as its server writes it. */
export async function renderOnServer(name: string): Promise<string> {
  const code = await firstChunk({
    plugins: [svelte('server')],
    ssr: { noExternal: true },
    build: { ssr: sourceOf(`${name}-server`) },
  })
  const file = resolve(MADE, `${name}-server.mjs`)
  await mkdir(MADE, { recursive: true })
  await writeFile(file, code)
  const made = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { html: string }
  return made.html
}

function sourceOf(name: string): string {
  return join(SOURCES, `${name}.js`)
}

async function firstChunk(config: InlineConfig): Promise<string> {
  const made = await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    mode: 'development',
    define: DEVELOPMENT,
    build: { ...config.build, write: false },
  })
  const [bundle] = [made].flat()
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined
  if (!chunk) throw new Error('nothing was bundled')
  return chunk.code
}

/** All that a component of Svelte needs to be bundled. */
function svelte(generate: 'client' | 'server'): Plugin {
  return {
    name: 'svelte-components',
    transform: (code, id) =>
      id.endsWith('.svelte')
        ? compile(code, { filename: id, generate, dev: true, css: 'external' }).js
        : undefined,
  }
}
