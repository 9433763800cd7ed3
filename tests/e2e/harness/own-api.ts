import type { Page } from 'puppeteer-core'
import { apiIn } from './own-pages.ts'
import type { Extended } from './rig.ts'
import type { Json } from './view.ts'

/** The parts of the extension API that specs reach into, to set a stage or to look behind it. */
export type OwnApi = {
  runtime: { sendMessage(message: object): Promise<unknown>; getURL(path: string): string }
  tabs: {
    query(of: object): Promise<{ id: number; url?: string }[]>
    create(of: object): Promise<{ id: number }>
  }
  windows: { create(of: object): Promise<{ id: number }>; remove(id: number): Promise<void> }
  action: {
    getBadgeText(of: { tabId?: number }): Promise<string>
    getTitle(of: { tabId?: number }): Promise<string>
  }
  alarms: {
    create(name: string, when: { when: number }): void
    get(name: string): Promise<{ scheduledTime: number } | undefined>
  }
  permissions: { remove(of: object): Promise<boolean> }
  scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> }
  storage: Record<
    'local' | 'session' | 'sync',
    {
      get(key: string | null): Promise<Record<string, Json>>
      set(items: Record<string, Json>): Promise<void>
      remove(keys: string | string[]): Promise<void>
    }
  >
}

/** Runs a function in one of the extension's own pages, with its API; `front` stands in front again. */
export async function inExtension<Args extends Json[], Answer>(
  rig: Extended,
  front: Page,
  run: (api: OwnApi, ...args: Args) => Answer,
  ...args: Args
): Promise<Awaited<Answer>> {
  // The badge is asked for in the helper page, which is there from then on.
  await rig.badge(front)
  const own = await rig.findOwnPage('/manifest.json')
  const api = await apiIn(own)
  return (await own.evaluate(run as never, api, ...args)) as Awaited<Answer>
}

/** Calls the background as the extension's own pages do. */
export async function callBackground(
  rig: Extended,
  front: Page,
  method: string,
  argument: Json = null,
): Promise<unknown> {
  return inExtension(
    rig,
    front,
    async (api, name, value) =>
      (await api.runtime.sendMessage({ to: 'background', method: name, argument: value })) ?? null,
    method,
    argument,
  )
}
