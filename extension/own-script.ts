import { browser } from 'wxt/browser'

/** Workers that come with the extension. */
type OwnScript = '/source-worker.js' | '/pdf.worker.mjs'

/** The part of Trusted Types that is used; TypeScript and older browsers do not know them. */
type Policies = {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string }
}

let policy: ReturnType<Policies['createPolicy']> | undefined

/**
 * The address of one of the package's own scripts, as a worker is started with. Our pages' security
 * policy takes no other string for one, and this is the only place that makes one.
 */
export function ownScript(path: OwnScript): string {
  const address = browser.runtime.getURL(path)
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  policy ??= trustedTypes?.createPolicy('own-scripts', { createScriptURL: keepOwn })
  return policy ? policy.createScriptURL(address) : address
}

function keepOwn(address: string): string {
  if (!address.startsWith(browser.runtime.getURL('/'))) throw new Error('no script of our own')
  return address
}
