import { describe, expect, test } from 'vitest'
import { untilCard } from './harness/card.ts'
import { madePages } from './harness/made-pages.ts'
import { markWords, untilWords } from './harness/mark-words.ts'
import { hover } from './harness/pointer.ts'
import { until } from './harness/until.ts'

/** Every kind of place that text can stand in. */
describe('places', () => {
  const pages = madePages('place')
  const { open } = pages

  describe('names that are one', () => {
    const whole: [string, string, string][] = [
      ['over inline elements', '<p>The maker <b>Hua</b><i>wei</i> spoke.</p>', 'Huawei'],
      ['over a possible line break', '<p>Then Z<wbr>TE spoke.</p>', 'ZTE'],
      ['over a soft hyphen', '<p>The maker Hua&shy;wei spoke.</p>', 'Hua\u00adwei'],
      ['over a comment', '<p>The maker Hua<!-- here -->wei spoke.</p>', 'Huawei'],
      [
        'over two elements of several words',
        '<p>At <b>ZTE</b> Corporation it rained.</p>',
        'ZTE Corporation',
      ],
      ['at the very start of a block', '<p>ZTE spoke.</p>', 'ZTE'],
      [
        'around what is hidden and holds nothing',
        '<p>So Hua<i hidden></i>wei spoke.</p>',
        'Huawei',
      ],
      [
        'around what is hidden and holds an empty text',
        '<p>So Hua<i hidden></i>wei spoke.</p><script>document.querySelector("i").append("")</script>',
        'Huawei',
      ],
      [
        'around what hangs in the margin',
        '<p>So Hua<i style="position:absolute"></i><i style="float:left"></i>wei spoke.</p>',
        'Huawei',
      ],
      ['as a whole link', '<p>So <a href="#">Huawei</a> spoke.</p>', 'Huawei'],
    ]
    test.each(whole)('%s', async (_kind, body, word) => {
      await untilWords(await open(body), [word])
    })
  })

  describe('names that are two halves', () => {
    const parted: [string, string][] = [
      ['blocks', '<div>Hua</div><div>wei</div>'],
      ['cells', '<table><tr><td>Z</td><td>TE</td></tr></table>'],
      ['list items', '<ul><li>Hua<li>wei</ul>'],
      ['two line breaks', '<p>Hua<br><br>wei</p>'],
      [
        'boxes made by a style sheet',
        '<p><span style="display:block">Hua</span><span>wei</span></p>',
      ],
      ['a line of nothing', '<p>Hua<span style="display:block"></span>wei</p>'],
    ]
    test.each(parted)('over %s', async (_kind, body) => {
      // In two parts itself, so that it is not marked before all has been read.
      const page = await open(`${body}<p>The end names Z<b>TE</b>.</p>`)
      await untilWords(page, ['ZTE'])
    })
  })

  describe('frames', () => {
    const frames: [string, string][] = [
      ['of the same origin', '<iframe src="/report.html"></iframe>'],
      ['of another origin', '<iframe src="http://other.test/report.html"></iframe>'],
      ['sandboxed', '<iframe sandbox src="/report.html"></iframe>'],
      [
        'written into the page',
        '<iframe srcdoc="<p>Here are Huawei, Huawei, ZTE and ZTE.</p>"></iframe>',
      ],
      ['of a data address', '<iframe src="data:text/html,<p>Here are ZTE and ZTE.</p>"></iframe>'],
    ]
    test.each(frames)('%s', async (_kind, body) => {
      const page = await open(body.replace('<iframe', '<iframe width="900" height="600"'))
      await until('the frame’s marks', async () => {
        const words = await Promise.all(
          page
            .frames()
            .slice(1)
            .map((one) => markWords(one)),
        )
        return words.flat().filter((word) => word === 'ZTE').length === 2
      })
    })
    test('inside frames, each of another kind', async () => {
      const inner = `<p>Here is ZTE.</p><iframe srcdoc='<p>Here is Huawei.</p>' width=400 height=200></iframe>`
      pages.rig.site.put('/inner', inner)
      const page = await open(
        '<iframe sandbox="allow-scripts" src="http://other.test/inner" width="600" height="500"></iframe>',
      )
      await until('marks at both depths', async () => {
        const words = await Promise.all(page.frames().map((one) => markWords(one)))
        return JSON.stringify(words) === JSON.stringify([[], ['ZTE'], ['Huawei']])
      })
    })
    test('blank, filled by the page', async () => {
      const page = await open('<iframe width="900" height="600"></iframe>')
      await page.evaluate(() => {
        const inner = document.querySelector('iframe')?.contentDocument
        if (inner) inner.body.innerHTML = '<p>Here is Huawei.</p>'
      })
      const [, frame] = page.frames()
      if (!frame) throw new Error('no frame')
      await untilWords(frame, ['Huawei'])
    })
  })

  describe('documents', () => {
    const documents: [string, string, string][] = [
      [
        'XHTML',
        'application/xhtml+xml',
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Here is Hua<b>wei</b>.</p><pre>ZTE</pre></body></html>',
      ],
      [
        'SVG',
        'image/svg+xml',
        '<svg xmlns="http://www.w3.org/2000/svg"><title>ZTE</title><text y="40">Here is Huawei.</text></svg>',
      ],
      ['plain text', 'text/plain', 'A note.\n\nHere is Huawei.\n'],
      [
        'XML of its own kind',
        'application/xml',
        '<?xml-stylesheet href="data:text/css,p{display:block}"?><note><p><![CDATA[Here is Hua]]><b>wei</b>.</p><code>ZTE</code></note>',
      ],
    ]
    test.each(documents)('%s', async (_kind, type, body) => {
      await untilWords(await open(body, { 'content-type': `${type}; charset=utf-8` }), ['Huawei'])
    })
    test.each([
      ['an element', 'before', 'div'],
      ['an element', 'after', 'div'],
      ['text', 'before', ''],
      ['text', 'after', ''],
    ])('%s that a script has put %s the body', async (_what, where, name) => {
      const page = await open(
        `<p>Nothing here.</p><script>
          const beside = '${name}' ? document.createElement('${name}') : new Text()
          beside.textContent = 'Here is ZTE.'
          document.body.${where}(beside)
        </script>`,
      )
      await untilWords(page, ['ZTE'])
    })
    test('drawings and formulas inside a page', async () => {
      const page = await open(
        `<svg width="300" height="60"><text y="40">Here is Hua<tspan>wei</tspan>.</text></svg>
         <svg><foreignObject width="200" height="60"><p>In it Huawei.</p></foreignObject></svg>
         <math><mtext>and ZTE</mtext></math>`,
      )
      await untilWords(page, ['Huawei', 'Huawei', 'ZTE'])
    })
    test('written by a script', async () => {
      const page = await open('<p>Nothing here.</p>')
      await page.evaluate(() => {
        document.open()
        document.write('<p>Here is Huawei.</p>')
        document.close()
      })
      await untilWords(page, ['Huawei'])
    })
    test('written anew by a script, cards and all', async () => {
      const page = await open('<p>Here is ZTE.</p>')
      await untilWords(page, ['ZTE'])
      await page.evaluate(() => {
        document.open()
        document.write('<p>The Pentagon banned phones by Huawei.</p>')
        document.close()
      })
      await untilWords(page, ['Huawei', 'Pentagon banned'])
      await hover(page, 'Huawei')
      await untilCard(page, 'Huawei')
    })
    test('what a script has put into a possible line break shows nowhere', async () => {
      const put = `document.querySelector('wbr').append('Huawei ')`
      const page = await open(
        `<p>Then <wbr>it rained.</p><p>The end names ZTE.</p><script>${put}</script>`,
      )
      await untilWords(page, ['ZTE'])
    })

    test('what a template holds is no text of the page', async () => {
      const page = await open('<template><p>Huawei</p></template><p>Here is ZTE.</p>')
      await untilWords(page, ['ZTE'])
      await page.evaluate(() => {
        const template = document.querySelector('template')
        if (template) document.body.append(template.content.cloneNode(true))
      })
      await untilWords(page, ['Huawei', 'ZTE'])
    })
  })

  test('what is folded away is marked when it is unfolded, and not before', async () => {
    const page = await open(
      `<details><summary>More on ZTE</summary><p>Here is Huawei.</p></details>
       <p hidden id="h">Huawei too.</p>`,
    )
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''))
    await untilWords(page, ['Huawei', 'ZTE'])
    await page.evaluate(() => document.querySelector('#h')?.removeAttribute('hidden'))
    await untilWords(page, ['Huawei', 'Huawei', 'ZTE'])
  })

  test('what the browser does not lay out yet is marked when it is scrolled to', async () => {
    const page = await open(
      `<p>Here is ZTE.</p><div style="height:4000px"></div>
       <div style="content-visibility:auto" id="far"><p>Here is Huawei.</p></div>`,
    )
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => document.querySelector('#far')?.scrollIntoView())
    await untilWords(page, ['Huawei'])
  })

  test('a region is left alone while it can be edited', async () => {
    const page = await open('<p>Here is ZTE.</p><p id="e">Here is Huawei.</p>')
    await untilWords(page, ['Huawei', 'ZTE'])
    const edit = (value: string) =>
      page.evaluate(
        (to) => document.querySelector('#e')?.setAttribute('contenteditable', to),
        value,
      )
    await edit('true')
    await untilWords(page, ['ZTE'])
    await edit('false')
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  test('what says nothing is no paragraph between a company and an act', async () => {
    const page = await open(`<div>Here is Huawei.<p>Calm.</p> <canvas></canvas>
      <p>House Republicans introduced legislation.</p></div>`)
    await untilWords(page, ['House Republicans introduced', 'Huawei'])
  })

  test('a document in design mode is left alone', async () => {
    const page = await open('<p>Here is ZTE.</p>')
    await untilWords(page, ['ZTE'])
    const design = (mode: 'on' | 'off') =>
      page.evaluate((to) => void (document.designMode = to), mode)
    await design('on')
    await untilWords(page, [])
    await design('off')
    await untilWords(page, ['ZTE'])
  })

  test('ten million characters in one text node', async () => {
    const page = await open('<div id="big"></div><p>Here is ZTE.</p>')
    await page.evaluate(() => {
      const big = document.querySelector('#big')
      if (big)
        big.textContent = `${'Calm words go on. '.repeat(560_000)} Then Huawei. ${'On. '.repeat(9)}`
      scrollTo(0, document.body.scrollHeight)
    })
    await until(
      'both names',
      async () => {
        const words = await markWords(page)
        return words.includes('Huawei') && words.includes('ZTE')
      },
      30_000,
    )
  })

  test('a hundred thousand levels', async () => {
    const page = await open('<p>Here is ZTE.</p><div id="deep" hidden></div>')
    await untilWords(page, ['ZTE'])
    // By lengths of chain, because browsers themselves take minutes to go down link by link.
    await page.evaluate(
      (levels, length) => {
        const chain = document.createElement('b')
        for (let i = 1, at = chain; i < length; i++)
          at = at.appendChild(document.createElement('b'))
        let end = document.querySelector('#deep')
        for (let i = 0; i < levels / length; i++) {
          end?.append(chain.cloneNode(true))
          while (end?.firstElementChild) end = end.firstElementChild
        }
        end?.append('Huawei')
      },
      100_000,
      500,
    )
    await page.evaluate(() => document.body.append('And Huawei.'))
    await untilWords(page, ['Huawei', 'ZTE'])
    expect(await page.evaluate(() => document.body.isConnected)).toBe(true)
  })
})
