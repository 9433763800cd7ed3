import { build } from 'vite'

/** The script of the page that draws cards, as one string. */
export async function bundleCardPage(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: new URL('page.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'cardStates',
      },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })
  const [first] = Array.isArray(output) ? output : [output]
  const script = first && 'output' in first ? first.output[0].code : undefined
  if (script === undefined) throw new Error('the card page was not built')
  return script
}
