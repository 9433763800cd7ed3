import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { causeModule } from '../../core/detect/cause-module.ts'
import type { Lexicon } from '../../core/detect/lexicon.ts'
import { eagerFunctions } from '../../scripts/eager-functions.ts'
import { quotedStrings } from '../../scripts/quoted-strings.ts'

/** A bundled probe: `source(seed)` is an expression that no compilation cache has seen yet. */
export type Bundle = { bytes: number; source(seed: number): string }

/** Stands in the patterns, after a name that it can never reach, and is replaced for each sample. */
const SEED = 'SAMPLESEED'

/** The lexicon that the extension carries, or one that a row makes. */
export function readLexicon(): Lexicon {
  return JSON.parse(readFileSync('data/lexicon.json', 'utf8')) as Lexicon
}

/** Bundles and minifies a probe of `bench/engine/probes` the way the extension's scripts are. */
export async function bundleProbe(name: string, lexicon: Lexicon = readLexicon()): Promise<Bundle> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [lexiconModules(lexicon), eagerFunctions(/./), quotedStrings(/./)],
    build: {
      write: false,
      minify: true,
      target: 'chrome128',
      lib: {
        entry: resolve(`bench/engine/probes/${name}.ts`),
        formats: ['iife'],
        name: 'probe',
        fileName: name,
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error(`${name} was not bundled`)
  const { code } = output.output[0]
  return {
    bytes: Buffer.byteLength(code),
    source: (seed) =>
      `${code.replaceAll(SEED, `S${seed}`)};probe\n//# sourceURL=${name}-${seed}.js`,
  }
}

/** What a build makes from the lexicon, and the same names as plain terms for the peers. */
function lexiconModules(lexicon: Lexicon): Plugin {
  const modules = new Map([
    ['virtual:cause-patterns', () => causeModule(lexicon, SEED)],
    ['virtual:terms', () => `export const TERMS = ${JSON.stringify([...termsOf(lexicon), SEED])}`],
  ])
  return {
    name: 'lexicon-modules',
    resolveId: (source) => (modules.has(source) ? `\0${source}` : undefined),
    load: (loaded) => modules.get(loaded.replace('\0', ''))?.(),
  }
}

function termsOf({ entities }: Lexicon): string[] {
  return entities
    .filter((entity) => entity.kind === 'company')
    .flatMap((entity) => entity.names)
    .map((name) => (typeof name === 'string' ? name : name.form))
}
