import { readFileSync } from 'node:fs'
import type { View } from './view.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

type Axe = {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/** What axe finds wrong in a view: rule and element, one a line. */
export async function faultsIn(view: View): Promise<string[]> {
  await view.addScript(AXE)
  return view.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map((it) => `${id}: ${it.html}`))
  })
}
