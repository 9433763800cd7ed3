import { afterAll, beforeAll } from 'vitest'
import type { Page } from 'puppeteer-core'
import { startRig, type Rig } from './rig.ts'

/** For a suite whose pages are made as it goes: a browser, from its first spec to its last. */
export function madePages(name: string) {
  let rig: Rig
  let made = 0
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  return {
    /** There once the suite runs. */
    get rig(): Rig {
      return rig
    },
    /** Opens a page of its own with that body; with `headers` of their own, `body` is all of it. */
    open: (body: string, headers?: Record<string, string>): Promise<Page> => {
      const path = `/${name}-${(made += 1)}`
      rig.site.put(path, headers ? body : `<!doctype html><body>${body}`, headers)
      return rig.open(rig.site.origin + path)
    },
  }
}
