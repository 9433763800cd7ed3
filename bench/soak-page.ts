import type { Browser, Page } from 'puppeteer-core'

/** Opens a page in a tab in front, with a session that tells what its process holds. */
export async function openWatched(browser: Browser, address: string) {
  const page = await browser.newPage()
  await page.goto(address)
  await page.bringToFront()
  const session = await page.createCDPSession()
  await session.send('Performance.enable')
  return { page, session }
}

/** Runs in a page: some new posts on top of its feed, and as many old ones away. */
export function growFeed(from: number, count: number, kept: number): void {
  let feed = document.querySelector('#soak-feed')
  if (!feed) {
    feed = document.createElement('section')
    feed.id = 'soak-feed'
    document.body.prepend(feed)
  }
  for (let at = from; at < from + count; at++) {
    const post = document.createElement('article')
    const act =
      at % 3 === 0 ? 'The Pentagon banned phones by ZTE.' : 'Huawei replied to the report.'
    post.innerHTML = `<h3>Post ${at}</h3><p>${act}</p><p>Nothing else of note happened at ${at} o’clock.</p>`
    feed.prepend(post)
  }
  while (feed.childElementCount > kept) feed.lastElementChild?.remove()
}

/** Moves the pointer to the first word of one of the newest posts. */
export async function pointAtPost(page: Page, nth: number): Promise<void> {
  const { x, y } = await page.evaluate((at) => {
    scrollTo({ top: 0, behavior: 'instant' })
    const all = document.querySelectorAll('#soak-feed article > h3 + p')
    const text = all[at % all.length]?.firstChild
    if (!text) throw new Error('no post')
    const range = document.createRange()
    range.setStart(text, 0)
    range.setEnd(text, 6)
    const box = range.getBoundingClientRect()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }, nth)
  await page.mouse.move(x, y, { steps: 5 })
}
