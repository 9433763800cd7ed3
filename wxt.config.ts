import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'wxt'
import { causeModule } from './core/detect/cause-module.ts'

/** Firefox's permanent name for this extension; storage and updates hang on it. */
const GECKO_ID = 'source-context@source-context.example'

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => ({
    name: 'Source Context',
    short_name: 'Source Context',
    description:
      'Marks Huawei, ZTE and agency actions on any page and shows cited quotes from bundled source documents. Wholly offline.',
    permissions: ['storage', 'scripting', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    host_permissions: ['<all_urls>'],
    action: { default_title: 'Source Context' },
    commands: {
      'open-digest': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: 'Open the digest of this page',
      },
      'toggle-site': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: 'Switch Source Context off or on for this site',
      },
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: 'Go to the next mention on this page',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: 'Go to the previous mention on this page',
      },
      // Chromium allows four suggested keys; the page answers Alt+Shift+C itself.
      'open-card': { description: 'Open the card at the current mention' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              // The Custom Highlight API came with 140, the data collection declaration on all
              // platforms with 142.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : // `caretPositionFromPoint` reached Chromium with 128.
        { minimum_chrome_version: '128' }),
  }),
  hooks: {
    // The gate is no WXT content script: those bring the polyfill and a lifecycle, on every page.
    'build:manifestGenerated': (_wxt, manifest) => {
      manifest.content_scripts = [
        {
          matches: ['<all_urls>'],
          js: ['gate.js'],
          all_frames: true,
          match_about_blank: true,
          match_origin_as_fallback: true,
          run_at: 'document_idle',
        },
      ]
    },
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push('index.json', { type: 'templateLiteral', path: 'seeds/${string}' })
    },
    // What the extension reads at run time travels as files: the index, and the seeds for the reader.
    'build:publicAssets': (_wxt, assets) => {
      assets.push({ absoluteSrc: resolve('data/index.json'), relativeDest: 'index.json' })
      for (const file of readdirSync('seeds').filter((name) => name.endsWith('.txt')))
        assets.push({ absoluteSrc: resolve('seeds', file), relativeDest: `seeds/${file}` })
    },
  },
  vite: () => ({
    plugins: [withoutInnerHtml(), causePatterns()],
    build: { target: ['chrome128', 'firefox140'] },
  }),
})

/**
 * Takes the one assignment to `innerHTML` out of Preact: nothing here sets markup, and what cannot
 * be set cannot be abused. Fails the build when Preact no longer has it where it was.
 */
function withoutInnerHtml(): Plugin {
  const assignment = /\.innerHTML=(?!=)/g
  return {
    name: 'without-inner-html',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.mjs/.test(id)) return undefined
      if (code.match(assignment)?.length !== 1)
        this.error('Preact sets innerHTML elsewhere now: look again at without-inner-html.')
      return { code: code.replace(assignment, '.textContent='), map: null }
    },
  }
}

/** `virtual:cause-patterns`: what a script on a page needs of the lexicon, made ready. */
function causePatterns(): Plugin {
  const id = 'virtual:cause-patterns'
  return {
    name: 'cause-patterns',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (loaded) => {
      if (loaded !== `\0${id}`) return undefined
      return causeModule(JSON.parse(readFileSync('data/lexicon.json', 'utf8')))
    },
  }
}
