import { browser } from 'wxt/browser'

type Rules = { createHTML(html: string): string; createScriptURL(address: string): string }
type PolicyFactory = { createPolicy(name: string, rules: Rules): Rules }

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }

/**
 * The one way from text to markup or to a script's address that our pages' content security policy
 * leaves open; wxt.config.ts names it. Older Firefox knows no trusted types and asks for none.
 */
const policy = trustedTypes?.createPolicy('source-context', {
  createHTML: (html) => html,
  createScriptURL: ownAddress,
})

/**
 * Parses a file's markup into a document that has no window: nothing in it runs or loads. Only text may
 * be taken from it; its nodes belong in none of our pages.
 */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html')
}

/** A worker that runs one of the package's own scripts; throws a TypeError for any other address. */
export function startWorker(path: string, options?: WorkerOptions): Worker {
  return new Worker(policy?.createScriptURL(path) ?? ownAddress(path), options)
}

function ownAddress(path: string): string {
  const own = browser.runtime.getURL('/')
  const { href } = new URL(path, own)
  if (!href.startsWith(own)) throw new TypeError('a script that is not the extension’s own')
  return href
}
