import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import config from '../wxt.config.ts'

type Manifest = {
  permissions: string[]
  host_permissions: string[]
  content_security_policy?: { extension_pages: string }
  browser_specific_settings?: { gecko: { data_collection_permissions: object } }
}

/** What the build gives to WXT, which adds entries and icons to it. */
async function manifestFor(browser: string): Promise<Manifest> {
  const make = config.manifest
  if (typeof make !== 'function') throw new Error('the manifest is made by a function')
  const env = { browser, command: 'build', mode: 'production', manifestVersion: 3 } as const
  return (await make(env)) as unknown as Manifest
}

const code = globSync(['extension/**/*.ts', 'entrypoints/**/*.{ts,tsx}'])
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
/** The names in the first column of the table of permissions. */
const explained = [
  ...(readFileSync('PRIVACY.md', 'utf8').split('## Permissions')[1] ?? '').matchAll(
    /^\| `(\w+)`/gm,
  ),
].map(([, name]) => name)

/** What has no calls of its own is used by others. */
const USED_BY: Record<string, RegExp> = { unlimitedStorage: /\bopenDatabase\b/ }
const callOf = (name: string) =>
  new RegExp(`\\b(?:browser|chrome|api)\\.${name}\\b|\\b${name}\\.(?:defineItem|open)`)

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  it('asks for nothing that the code does not use', async () => {
    for (const name of (await manifestFor(browser)).permissions)
      expect(code, name).toMatch(USED_BY[name] ?? callOf(name))
  })

  it('asks for nothing that PRIVACY.md does not explain', async () => {
    const { permissions, host_permissions } = await manifestFor(browser)
    expect(explained).toEqual(expect.arrayContaining(permissions))
    expect(host_permissions).toEqual(['<all_urls>'])
    expect(readFileSync('PRIVACY.md', 'utf8')).toContain('access to all sites')
  })

  it('lets our pages load nothing from elsewhere', async () => {
    const policy = (await manifestFor(browser)).content_security_policy?.extension_pages ?? ''
    const directives = policy.split('; ')
    expect(directives).toContain("default-src 'none'")
    expect(directives).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/)
  })
})

it('PRIVACY.md explains nothing that no manifest asks for', async () => {
  const both = await Promise.all(['chrome', 'firefox'].map(manifestFor))
  const asked = new Set(both.flatMap(({ permissions }) => permissions))
  expect(explained.filter((name) => name === undefined || !asked.has(name))).toEqual([])
})

it('Firefox is told that nothing is collected, as PRIVACY.md says', async () => {
  const { browser_specific_settings } = await manifestFor('firefox')
  expect(browser_specific_settings?.gecko.data_collection_permissions).toEqual({
    required: ['none'],
  })
})
