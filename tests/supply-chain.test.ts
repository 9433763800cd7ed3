import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Entry = {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  dev?: boolean
  link?: boolean
}
type Manifest = {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  overrides: Record<string, string>
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  lockfileVersion: number
  packages: Record<string, Entry>
}
const entries = Object.entries(lock.packages).filter(([path]) => path !== '')

describe('the lock file', () => {
  it('holds a strong hash of every package', () => {
    const weak = entries.filter(
      ([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    )
    expect(weak.map(([path]) => path)).toEqual([])
    expect(entries.length).toBeGreaterThan(100)
  })

  it('takes every package from npm’s own registry, over an encrypted connection', () => {
    const odd = entries.filter(([path, { resolved, link }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return (
        link ||
        (resolved !== undefined && !resolved.startsWith(`https://registry.npmjs.org/${name}/-/`))
      )
    })
    expect(odd.map(([path]) => path)).toEqual([])
  })

  it('is that of the manifest', () => {
    const root = lock.packages[''] as unknown as Manifest
    expect(root.dependencies).toEqual(manifest.dependencies)
    expect(root.devDependencies).toEqual(manifest.devDependencies)
  })
})

describe('the manifest', () => {
  it('names whole versions, and those that are locked', () => {
    const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides }
    for (const [name, version] of Object.entries(named)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })

  it('has every package that it needs at run time in the paper', () => {
    const paper = readFileSync('docs/dependencies.md', 'utf8')
    for (const name of Object.keys(manifest.dependencies)) expect(paper).toContain(`| ${name} `)
  })
})

describe('licences', () => {
  it('of what may be shipped are ones that let us', () => {
    const shipped = entries.filter(([, { dev }]) => !dev)
    expect(shipped.length).toBeGreaterThan(0)
    for (const [path, { license }] of shipped)
      expect(
        ['MIT', 'Apache-2.0', 'MPL-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause'],
        path,
      ).toContain(license)
  })

  it('of tools are known', () => {
    expect(entries.filter(([, { license }]) => !license).map(([path]) => path)).toEqual([])
  })
})
