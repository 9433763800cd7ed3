import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Names of the packages whose code is in a build, and its characters there; `npm test` reads it. */
export type Bundled = Record<string, number>
export const bundledFile = (browser: string) => `.cache/bundled-${browser}.json`
/** What the built extension holds for those whose code is in it. */
export const NOTICES = 'THIRD-PARTY.txt'

export type PackageFacts = {
  name: string
  version: string
  license: string
  text: string | undefined
}

/** Tells which packages' code really went into the bundles of one build. */
export function createPackageCollector(): { plugin: Plugin; bundled: Map<string, number> } {
  const bundled = new Map<string, number>()
  const plugin: Plugin = {
    name: 'collect-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const name = packageOf(id)
          if (name && renderedLength > 0)
            bundled.set(name, (bundled.get(name) ?? 0) + renderedLength)
        }
      }
    },
  }
  return { plugin, bundled }
}

/** The package that a module is part of; `undefined` for our own. */
export function packageOf(id: string): string | undefined {
  const at = id.lastIndexOf('node_modules/')
  if (at < 0) return undefined
  const [scope = '', name = ''] = id.slice(at + 'node_modules/'.length).split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

/** Version, licence and licence text of an installed package. */
export function readPackage(name: string): PackageFacts {
  const folder = resolve('node_modules', name)
  const { version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { version: string; license: string; author?: string | { name?: string } }
  const holder = (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`
  const file = readdirSync(folder).find((it) => /^licen[cs]e(-mit)?(\.(txt|md))?$/i.test(it))
  const own = file && readFileSync(join(folder, file), 'utf8').trim()
  return { name, version, license, text: own ?? (license === 'MIT' ? mit(holder) : undefined) }
}

/** Every package with its licence, in the order of their names: the same bytes on every machine. */
export function writeNotices(names: Iterable<string>): string {
  const parts = [...names].toSorted().map((name) => {
    const { version, license, text } = readPackage(name)
    return `${name} ${version}\nLicence: ${license}\nhttps://www.npmjs.com/package/${name}\n\n${text ?? ''}\n`
  })
  const head =
    'Source Context is made with the following packages, parts of which are in it. Each is shown with its licence.\n'
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`)
}

/** Puts the notices into a build, and beside it what `npm test` compares with the papers. */
export function saveBundled(bundled: Map<string, number>, folder: string, browser: string): void {
  writeFileSync(join(folder, NOTICES), writeNotices(bundled.keys()))
  if (!existsSync('.cache')) mkdirSync('.cache')
  const sizes = Object.fromEntries([...bundled].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(bundledFile(browser), `${JSON.stringify(sizes, undefined, 2)}\n`)
}

/** For packages that name this licence and carry no text of it. */
function mit(holder: string): string {
  return `MIT License

Copyright (c) ${holder.replace(/\s*<.*$/, '')}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}
