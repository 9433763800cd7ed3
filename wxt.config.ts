import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'wxt'
import { causeModule } from './core/detect/cause-module.ts'
import { createPackageCollector, saveBundled } from './scripts/bundled-packages.ts'
import { findChromium, findFirefox } from './scripts/browsers.mjs'
import { eagerFunctions } from './scripts/eager-functions.ts'
import { hasDisplay } from './scripts/has-display.ts'
import { indexHash } from './scripts/index-hash.ts'
import { mendedPdfWorker, mendLibraries } from './scripts/mend-libraries.ts'
import { quotedStrings } from './scripts/quoted-strings.ts'

/** Firefox's permanent name for this extension; storage and updates hang on it. */
const GECKO_ID = 'source-context@source-context.example'

const packages = createPackageCollector()

/**
 * What our own pages may load: the package's scripts, styles, icons and data, and nothing else. They
 * set no markup, so that every way to turn text into code is closed too, but for two: the package's own
 * workers are started by address, and files are read as documents apart (`page-policies.ts`).
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types own-scripts read-apart',
].join('; ')

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  // What `npm run dev` opens: where no window can be shown, nothing, and the folder is loaded by hand.
  webExt: {
    disabled: !hasDisplay(),
    binaries: Object.fromEntries(
      Object.entries({ chrome: findChromium(), firefox: findFirefox() }).filter(([, path]) => path),
    ) as Record<string, string>,
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_manifest_name__',
    short_name: '__MSG_manifest_name__',
    default_locale: 'en',
    description: '__MSG_manifest_description__',
    permissions: [
      'storage',
      'scripting',
      'contextMenus',
      'alarms',
      // What a reader adds must not go when the disk gets full.
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
    ],
    host_permissions: ['<all_urls>'],
    // The development server needs more, and WXT's own policy lets it have that.
    ...(command === 'build' && { content_security_policy: { extension_pages: PAGE_POLICY } }),
    action: {},
    commands: {
      'open-digest': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_command_openDigest__',
      },
      'toggle-site': {
        // Not S: Firefox’s History menu opens with it on some systems.
        suggested_key: { default: 'Alt+Shift+M' },
        description: '__MSG_command_toggleSite__',
      },
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_command_nextMention__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_command_previousMention__',
      },
      // Chromium allows four suggested keys, and none that it has itself (N, P and C are for groups
      // of tabs); the page answers Alt+Shift+O itself.
      'open-card': { description: '__MSG_command_openCard__' },
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
        {
          minimum_chrome_version: '128',
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
  hooks: {
    'build:before': () => packages.bundled.clear(),
    'build:done': ({ config }) => saveBundled(packages.bundled, config.outDir, config.browser),
    // The gate is no WXT content script: those bring the polyfill and a lifecycle, on every page.
    'build:manifestGenerated': (_wxt, manifest) => {
      // WXT takes these from the pages' titles, which are not translated.
      if (manifest.action) manifest.action.default_title = '__MSG_manifest_name__'
      if (manifest.sidebar_action) manifest.sidebar_action.default_title = '__MSG_manifest_digest__'
      manifest.content_scripts = [
        {
          matches: ['<all_urls>'],
          js: ['gate.js'],
          all_frames: true,
          match_about_blank: true,
          match_origin_as_fallback: true,
          // Before the document is there: the gate waits for it, and not for ever.
          run_at: 'document_start',
        },
      ]
    },
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push('index.json', 'pdf.worker.mjs', 'framed-card.js', {
        type: 'templateLiteral',
        path: 'seeds/${string}',
      })
    },
    // What the extension reads at run time travels as files: the index, and the seeds for the reader.
    'build:publicAssets': (_wxt, assets) => {
      for (const [at, { relativeDest }] of assets.entries())
        if (relativeDest.startsWith('_locales/'))
          assets[at] = { relativeDest, contents: packMessages(resolve('public', relativeDest)) }
      assets.push({ absoluteSrc: resolve('data/index.json'), relativeDest: 'index.json' })
      assets.push({ contents: mendedPdfWorker(), relativeDest: 'pdf.worker.mjs' })
      for (const file of readdirSync('seeds').filter((name) => name.endsWith('.txt')))
        assets.push({ absoluteSrc: resolve('seeds', file), relativeDest: `seeds/${file}` })
    },
  },
  vite: ({ command }) => ({
    plugins: [
      mendLibraries(),
      causePatterns(),
      // A development server looks for the file itself among what a change concerns.
      ...(command === 'build' ? [bareGate()] : []),
      indexHash(),
      packages.plugin,
      eagerFunctions(/^(?:gate|engine)\.js$/),
      quotedStrings(/^(?:gate|exception|engine|card)\.js$/),
    ],
    build: { target: ['chrome128', 'firefox140'] },
    // From its modules, the bundler writes the whole list of public suffixes out three times.
    resolve: { alias: { tldts: resolve('node_modules/tldts/dist/index.esm.min.js') } },
  }),
})

/** Messages without what is meant for translators alone. */
function packMessages(file: string): string {
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>
  return JSON.stringify(messages, (key, value: unknown) =>
    key === 'description' && typeof value === 'string' ? undefined : value,
  )
}

/**
 * The gate without what WXT puts around a script to report that it has failed: that takes every page a
 * twentieth of what the gate does, and a page has nobody to report to. What it begins with is done at once.
 */
function bareGate(): Plugin {
  const around = /^\0virtual:wxt-unlisted-script-entrypoint\?(.*\/entrypoints\/gate\.ts)$/
  const bare = /^(.*)\?bare$/
  const beginning = /^export default defineUnlistedScript\(\(\) => \{\n(.*?)^\}\)\n/ms
  return {
    name: 'bare-gate',
    enforce: 'pre',
    load: (id) => {
      const [, gate] = around.exec(id) ?? []
      if (gate !== undefined) return `import ${JSON.stringify(`${gate}?bare`)}`
      const [, file] = bare.exec(id) ?? []
      if (file === undefined) return undefined
      const code = readFileSync(file, 'utf8')
      if (!beginning.test(code)) throw new Error(`${file} has no beginning to be laid bare`)
      return code.replace(/^import .* from '#imports'$/m, '').replace(beginning, '$1')
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
