import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * Takes out of libraries what our content security policy and the stores refuse: markup that is set
 * as text, code that is made from text, and modules whose address is told at run time. None of it is
 * needed here, and what cannot be done cannot be abused. Each mend fails the build when the library
 * no longer has the place that it is for.
 */
type Mend = { from: RegExp; to: string; times: number }

const NO_CODE = "(()=>{throw new Error('no code is made from text')})("
const NO_MODULE = "(()=>Promise.reject(new Error('no module is fetched')))("

const MENDS: [file: RegExp, mends: Mend[]][] = [
  [/\/preact\/dist\/preact\.mjs$/, [{ from: /\.innerHTML=(?!=)/g, to: '.textContent=', times: 1 }]],
  [
    /\/@mozilla\/readability\/Readability\.js$/,
    [
      // What is put back after a try is a copy of the elements instead of their markup.
      {
        from: /pageCacheHtml = page\.innerHTML/g,
        to: 'pageCacheHtml = page.cloneNode(true)',
        times: 1,
      },
      {
        from: /page\.innerHTML = pageCacheHtml/g,
        to: 'page.replaceChildren(...pageCacheHtml.cloneNode(true).childNodes)',
        times: 1,
      },
      {
        from: /tmp\.innerHTML = noscript\.innerHTML/g,
        to: 'tmp.replaceChildren(...noscript.cloneNode(true).childNodes)',
        times: 1,
      },
    ],
  ],
  [
    /\/pdfjs-dist\/build\/pdf\.mjs$/,
    [
      { from: /new Function\(/g, to: NO_CODE, times: 1 },
      { from: /\bimport\((?=\s*\/\*)/g, to: NO_MODULE, times: 1 },
    ],
  ],
]

/** The mends of all libraries that the bundler reads. */
export function mendLibraries(): Plugin {
  return {
    name: 'mend-libraries',
    transform(code, id) {
      const found = MENDS.find(([file]) => file.test(id))
      return found && { code: mend(code, found[1], id), map: null }
    },
  }
}

const PDF_WORKER = 'node_modules/pdfjs-dist/build/pdf.worker.min.mjs'

/** The worker of pdf.js, which travels as a file of its own. */
export function mendedPdfWorker(): string {
  const mends = [
    { from: /new Function\(/g, to: NO_CODE, times: 2 },
    { from: /\bimport\((?=\s*\/\*)/g, to: NO_MODULE, times: 1 },
  ]
  return mend(readFileSync(PDF_WORKER, 'utf8'), mends, PDF_WORKER)
}

function mend(code: string, mends: Mend[], file: string): string {
  return mends.reduce((mended, { from, to, times }) => {
    const found = mended.match(from)?.length ?? 0
    if (found !== times)
      throw new Error(`${file} has ${from} ${found} times, not ${times}: look at its mend again.`)
    return mended.replace(from, () => to)
  }, code)
}
