import { statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { startSite, type Site } from '../tests/e2e/harness/site.ts'

/** A page to show: `name` is short and fit for a folder. */
export type Target = { name: string; address: string }

/** Something that the person who started the demo can put right; its message says what. */
export class DemoError extends Error {}

/**
 * The pages to show: the bundled article, or what was asked for. Files are served from 127.0.0.1,
 * their folder with them, because browsers keep extensions out of `file:` addresses until a person
 * allows it. `close` ends the servers.
 */
export async function openTargets(
  wanted: string[],
): Promise<{ targets: Target[]; close(): Promise<void> }> {
  const sites: Site[] = []
  const targets: Target[] = []
  for (const one of wanted.length > 0 ? wanted : ['demo/article.html']) {
    if (isWebAddress(one)) {
      await checkReachable(one)
      targets.push({ name: slug(new URL(one).host + new URL(one).pathname), address: one })
      continue
    }
    const file = checkFile(one)
    const site = await startSite({ '/': dirname(file) })
    sites.push(site)
    const address = `${site.origin}/${encodeURIComponent(basename(file))}`
    targets.push({ name: slug(basename(file)), address })
  }
  return { targets, close: async () => void (await Promise.all(sites.map((it) => it.close()))) }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

function checkFile(path: string): string {
  const file = resolve(path)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) throw new DemoError(`There is no file “${path}” (looked for ${file}).`)
  if (!stats.isFile()) throw new DemoError(`“${path}” is not a file. Name a page inside it.`)
  return file
}

/** How long a site may take to answer, in ms. */
const REACH = 15_000

async function checkReachable(address: string): Promise<void> {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(REACH) })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw new DemoError(
      `${address} cannot be reached (${cause instanceof Error ? cause.message : cause}). Is this machine online?`,
    )
  }
}

function slug(text: string): string {
  const plain = text.replace(/\.html?$/, '').replaceAll(/[^a-z0-9]+/gi, '-')
  return plain.replaceAll(/^-|-$/g, '').slice(0, 60) || 'page'
}
