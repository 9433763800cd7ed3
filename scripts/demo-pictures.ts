import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { untilCard } from '../tests/e2e/harness/card.ts'
import { readMarks } from '../tests/e2e/harness/marks.ts'
import type { Extended } from '../tests/e2e/harness/rig.ts'
import { until } from '../tests/e2e/harness/until.ts'
import { pngPath, type View } from '../tests/e2e/harness/view.ts'

/** Takes the pictures of one page into `folder`; answers with the files. */
export async function takePictures(it: Extended, page: Page, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  const file = (name: string) => {
    files.push(join(folder, name))
    return join(folder, name)
  }
  await page.mouse.move(2, 2)
  await page.screenshot({ path: pngPath(file('page.png')) })
  if (await showCard(page)) await page.screenshot({ path: pngPath(file('card.png')) })
  await page.mouse.move(2, 2)
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))

  const digest = await it.openDigest(page)
  await untilSettled(digest)
  await digest.screenshot(file('digest.png'))
  await it.pictureWindow(page, digest, file('window.png'))
  await digest.close()

  const popup = await it.openPopup(page)
  await untilSettled(popup)
  await popup.screenshot(file('popup.png'), 'main')
  await popup.close()
  return files
}

/** Where in the window's height the mention stands whose card is pictured: the card fits below. */
const SHOWN_AT = 0.25

/** Opens the card of the first agency action on the first screen, or else of the first mark. */
async function showCard(page: Page): Promise<boolean> {
  const height = await page.evaluate(() => innerHeight)
  const marks = (await readMarks(page)).filter(({ box }) => box.y > 0 && box.y < height * 0.8)
  const mark = marks.find((one) => one.kind === 'action') ?? marks[0]
  if (!mark) return false
  const { x, y, width, height: line } = mark.box
  const moved = await page.evaluate(
    (by) => {
      const before = scrollY
      scrollBy({ top: by, behavior: 'instant' })
      return scrollY - before
    },
    Math.max(0, y - height * SHOWN_AT),
  )
  await page.mouse.move(x + Math.min(width / 2, 40), y - moved + line / 2, { steps: 12 })
  return untilCard(page).then(
    () => true,
    () => false,
  )
}

/** Waits until the view says something and says the same twice. */
async function untilSettled(view: View): Promise<void> {
  let last = ''
  await until('the view settles', async () => {
    const now = await view.text()
    const settled = now !== '' && now === last && !/^(Reading|Loading)/m.test(now)
    last = now
    return settled
  })
}
