import { build } from 'vite'
import { indexHash } from '../../../../scripts/index-hash.ts'

/** The library for one of our own pages, as one string: specs use what the views use. */
export async function bundleLibrary(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [indexHash()],
    resolve: { alias: { 'wxt/browser': new URL('api.ts', import.meta.url).pathname } },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: new URL('page.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'libraryPage',
      },
    },
  })
  const [first] = Array.isArray(output) ? output : [output]
  const script = first && 'output' in first ? first.output[0].code : undefined
  if (script === undefined) throw new Error('the library was not built')
  return script
}
