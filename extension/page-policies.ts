import { browser } from 'wxt/browser'

/** Workers that come with the extension. */
type OwnScript = '/source-worker.js' | '/pdf.worker.mjs'

type Rules = { createScriptURL?(address: string): string; createHTML?(markup: string): string }

/** Trusted Types, which TypeScript and older browsers do not know. */
type TrustedTypes = { createPolicy(name: string, rules: Rules): Required<Rules> }

let scripts: Required<Rules> | undefined
let markup: Required<Rules> | undefined

/**
 * The address of one of the package's own scripts, as a worker is started with. Our pages' security
 * policy takes no other string for one, and this is the only place that makes one.
 */
export function ownScript(path: OwnScript): string {
  const address = browser.runtime.getURL(path)
  scripts ??= createPolicy('own-scripts', { createScriptURL: keepOwn })
  return scripts ? scripts.createScriptURL(address) : address
}

/**
 * A file's markup as a document of its own, to be read: it is never shown, runs no script and fetches
 * nothing.
 */
export function parseApart(text: string): Document {
  markup ??= createPolicy('read-apart', { createHTML: (same) => same })
  return new DOMParser().parseFromString(markup ? markup.createHTML(text) : text, 'text/html')
}

function createPolicy(name: string, rules: Rules): Required<Rules> | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  return trustedTypes?.createPolicy(name, rules)
}

function keepOwn(address: string): string {
  if (!address.startsWith(browser.runtime.getURL('/'))) throw new Error('no script of our own')
  return address
}
