import { describe, expect, test } from 'vitest'
import { madePages } from './harness/made-pages.ts'
import { untilWords } from './harness/mark-words.ts'

/** Pages that change, or never rest. */
describe('live pages', () => {
  const pages = madePages('live')
  const { open } = pages

  test('text that moves keeps its mark', async () => {
    const page = await open('<p id="a">Here is Huawei.</p><p id="b">Here is ZTE.</p>')
    await untilWords(page, ['Huawei', 'ZTE'])
    await page.evaluate(() => {
      const [a, b] = [document.querySelector('#a'), document.querySelector('#b')]
      if (a && b) b.after(a)
    })
    await page.evaluate(() => document.body.append('The end: ZTE.'))
    await untilWords(page, ['Huawei', 'ZTE', 'ZTE'])
  })

  test.each(['code', 'div contenteditable'])(
    'what is moved into a <%s> loses its mark, and has it again when it is out',
    async (shut) => {
      const page = await open(
        `<p id="a">Here is Huawei.</p><p>Here is ZTE.</p><${shut} id="in"></${shut}>`,
      )
      const move = (how: 'append' | 'after') =>
        page.evaluate((put) => {
          const it = document.querySelector('#a')
          if (it) document.querySelector('#in')?.[put](it)
        }, how)
      await untilWords(page, ['Huawei', 'ZTE'])
      await move('append')
      await untilWords(page, ['ZTE'])
      await move('after')
      await untilWords(page, ['Huawei', 'ZTE'])
    },
  )

  test('text that is put together piece by piece is marked when it is whole', async () => {
    const page = await open('<p>Here is ZTE.</p><p id="stream"></p>')
    await untilWords(page, ['ZTE'])
    for (const piece of ['And the ma', 'ker Hu', 'aw', 'ei sp', 'oke.']) {
      await page.evaluate((text) => document.querySelector('#stream')?.append(text), piece)
    }
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  test('a page that another one replaces without loading is read anew', async () => {
    const page = await open('<main><p>Here is ZTE.</p></main>')
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => {
      history.pushState({}, '', '/elsewhere-now')
      const main = document.querySelector('main')
      if (main) main.innerHTML = '<p>Here is Huawei.</p>'
    })
    await untilWords(page, ['Huawei'])
  })

  test('a long text before which others are put while it is read is marked as a whole', async () => {
    const page = await open('<style>p { font: 1px/1px serif }</style><p>Here is ZTE.</p>')
    await untilWords(page, ['ZTE'])
    const long = Array.from({ length: 30 }, () => `${'calm words '.repeat(2000)} Huawei.`)
    await page.evaluate(async (texts) => {
      const lineOf = (text: string) => {
        const line = document.createElement('p')
        line.textContent = text
        return line
      }
      document.body.append(...texts.map(lineOf))
      for (let i = 0; i < 200; i++) {
        document.body.prepend(lineOf(`before ${i}`))
        await new Promise((done) => setTimeout(done))
      }
    }, long)
    await untilWords(page, [...long.map(() => 'Huawei'), 'ZTE'])
  })

  /** So many blocks apart, none is cause to read another. */
  const FAR = '<p>Calm.</p>'.repeat(12)

  test('text that changes beside a block with a name in the same element keeps its mark', async () => {
    const page = await open(`The FBI warned of <i><p>ZTE</p></i><u>.</u>${FAR}<p id="end"></p>`)
    await untilWords(page, ['FBI warned', 'ZTE'])
    await page.evaluate(() => {
      const dot = document.querySelector('u')?.firstChild
      if (dot) dot.nodeValue = '. Then'
      document.querySelector('#end')?.append('Here is Huawei.')
    })
    await untilWords(page, ['FBI warned', 'Huawei', 'ZTE'])
  })

  test.each([
    ['in an inline element', '<div>Hua<i><p id="gone">x</p></i>wei</div>', ['Huawei', 'ZTE']],
    [
      'between blanks',
      '<div>The FBI<b></b> <p id="gone">x</p> <b></b>warned of ZTE.</div>',
      ['FBI warned', 'ZTE', 'ZTE'],
    ],
  ])(
    'texts that a block %s parted are one when it goes, whatever else changes',
    async (_where, parted, words) => {
      const page = await open(`<p id="calm">Calm.</p>${FAR}${parted}${FAR}<p>Here is ZTE.</p>`)
      await untilWords(
        page,
        words.filter((it) => it === 'ZTE'),
      )
      await page.evaluate(() => {
        document.querySelector('#calm')?.append(' Or not.')
        document.querySelector('#gone')?.remove()
      })
      await untilWords(page, words)
    },
  )

  test('a list that reuses its elements follows', async () => {
    const page = await open('<ul><li>ZTE one</li><li>calm</li></ul>')
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('li')
      if (first?.firstChild) first.firstChild.nodeValue = 'calm'
      if (second?.firstChild) second.firstChild.nodeValue = 'Huawei two'
    })
    await untilWords(page, ['Huawei'])
  })

  test('marks come back by themselves whenever the page clears the registry', async () => {
    const page = await open('<p>Here is ZTE.</p>')
    for (let turn = 0; turn < 12; turn += 1) {
      await untilWords(page, ['ZTE'])
      await page.evaluate(() => CSS.highlights.clear())
    }
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => CSS.highlights.set('source-context-zte', new Highlight()))
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => CSS.highlights.get('source-context-zte')?.clear())
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => {
      const range = new Range()
      range.selectNodeContents(document.body)
      CSS.highlights.get('source-context-zte')?.add(range)
    })
    await untilWords(page, ['ZTE'])
  })

  test('marks appear while a page changes for ever', async () => {
    const page = await open('<p>Here is ZTE.</p><p id="clock">0</p>')
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => {
      const clock = document.querySelector('#clock')
      let count = 0
      setInterval(() => {
        count += 1
        if (clock) clock.textContent = `${count}`
        if (count === 20) document.body.append('At last Huawei.')
      }, 10)
    })
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  test('names that were marked at once stay marked while the rest is read and styles change', async () => {
    const page = await open(
      '<style>p { font: 1px/1px serif; margin: 0 }</style><p>Here is ZTE.</p><main></main>',
    )
    await untilWords(page, ['ZTE'])
    const COUNT = 600
    const seen = await page.evaluate(async (count) => {
      const marked = () => CSS.highlights.get('source-context-huawei')?.size ?? 0
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      const main = document.querySelector('main')
      for (let i = 0; i < count; i++)
        main?.insertAdjacentHTML('beforeend', `<p>The FCC met. Huawei spoke <b>on</b> ${i}.</p>`)
      const sizes = [0]
      for (let turn = 0; sizes.at(-1) !== count && turn < 2000; turn += 1) {
        document.body.className = `turn-${turn}`
        await frame()
        if (marked() !== sizes.at(-1)) sizes.push(marked())
      }
      for (let turn = 0; turn < 60; turn += 1) await frame()
      return [...sizes, marked()]
    }, COUNT)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(COUNT)
  })

  test('marks that stand do not flicker while a page only grows', async () => {
    const page = await open('<p>Here is ZTE.</p>')
    await untilWords(page, ['ZTE'])
    const lost = await page.evaluate(async () => {
      const standing = () => [
        ...(CSS.highlights.get('source-context-zte') ?? []),
        ...(CSS.highlights.get('source-context-huawei') ?? []),
      ]
      let before = standing().length
      let missing = 0
      for (let frame = 0; frame < 60; frame++) {
        const added = document.createElement('p')
        added.textContent = `Line ${frame} on Huawei.`
        document.body.append(added)
        await new Promise((resolve) => requestAnimationFrame(resolve))
        const now = standing().length
        if (now < before) missing += 1
        before = now
      }
      return missing
    })
    expect(lost).toBe(0)
  })
})
