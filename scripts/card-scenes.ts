import { join } from 'node:path'
import { untilCard } from '../tests/e2e/harness/card.ts'
import { untilMarks } from '../tests/e2e/harness/marks.ts'
import { hover } from '../tests/e2e/harness/pointer.ts'
import type { Rig } from '../tests/e2e/harness/rig.ts'
import { pngPath } from '../tests/e2e/harness/view.ts'

/** Pictures of the card where it belongs: on pages, light, dark, and from right to left. */
export async function takeCardScenes(rig: Rig, folder: string): Promise<string[]> {
  const files: string[] = []
  for (const [name, style] of Object.entries(SCENES)) {
    rig.site.put(`/${name}`, pageWith(style))
    const page = await rig.open(`${rig.site.origin}/${name}`)
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    const file = join(folder, `page-${name}.png`)
    await page.screenshot({ path: pngPath(file) })
    files.push(file)
    await page.close()
  }
  return files
}

const SCENES = {
  light: 'body { background: #fff }',
  dark: 'body { background: #101214; color: #d8dadd }',
  sepia: 'html { font-size: 40px } body { background: #f4ecd8; font: 18px Georgia, serif }',
  'right-to-left': 'body { background: #fff; direction: rtl }',
}

function pageWith(style: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Shops on bases</title>
    <style>body { margin: 40px auto; max-width: 700px; font: 18px/1.6 sans-serif } ${style}</style>
    <h1>Shops on bases</h1>
    <p>Two years on, few remember that the Pentagon ordered shops on military bases to stop selling
    phones by Huawei and by ZTE, or why it did so.</p>
    <p>The shelves were filled again within a week.</p>`
}
