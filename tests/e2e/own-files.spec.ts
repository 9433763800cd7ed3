import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { untilCard } from './harness/card.ts'
import { inLibrary, untilIndexed } from './harness/library.ts'
import { makePdf } from './harness/make-pdf.ts'
import { untilMarks } from './harness/marks.ts'
import { hover } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { openSourcesPage, type SourcesView } from './harness/sources-page.ts'
import { until } from './harness/until.ts'

const SAID = 'The company said in May 2018 that it would study the order.'
const ASKED =
  'The Pentagon ordered stores on military bases in May 2018 to stop selling Huawei phones.'
const GOOD = [
  { name: 'note.txt', content: `A note on shelves\n\n${ASKED} ${SAID}` },
  {
    name: 'diary.md',
    content: `---\npublisher: Diary\ndate: 2018-05-10\n---\n# Diary\n\n**Huawei** was [named](http://x.example) in May.`,
  },
  {
    name: 'saved.html',
    content: `<title>Saved</title><meta name="author" content="Ada Penn"><article><p>${ASKED}</p><p>${SAID}</p></article>`,
  },
  {
    name: 'filing.pdf',
    content: makePdf([['The ministry warned car-', 'riers about ZTE in June 2018.']]),
  },
  // “Señor” in windows-1252.
  { name: 'old.txt', content: [0x53, 0x65, 0xf1, 0x6f, 0x72, 0x20, 0x5a, 0x54, 0x45, 0x2e] },
]
const BAD = [
  { name: 'empty.txt', content: '' },
  { name: 'picture.txt', content: [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13] },
  { name: 'letter.docx', content: 'PK' },
  { name: 'broken.pdf', content: '%PDF-1.4 and no more' },
  { name: 'scan.pdf', content: makePdf([[]]) },
  {
    name: 'locked.pdf',
    content: makePdf([['Secret words of the ministry stand here.']], { encrypted: true }),
  },
]

describe('files added to one’s own sources', () => {
  let rig: Rig
  let sources: SourcesView
  beforeAll(async () => {
    rig = await startRig()
    sources = await openSourcesPage(rig)
  })
  afterAll(() => rig.close())

  test('of every kind are read, and what fails is told with its reason and keeps none back', async () => {
    await sources.chooseFiles([...GOOD, ...BAD])
    await sources.untilSays('5 documents added.')
    const text = await sources.text()
    expect(text).toContain('6 files could not be read')
    for (const why of [
      'There are no words in it.',
      'It is no text file.',
      'This kind of file cannot be read.',
      'It is broken, or no PDF file.',
      'It holds pictures of pages',
      'It is locked with a password.',
    ])
      expect(text).toContain(why)
    await sources.click('button', 'Open')
    await sources.untilSays('Filing on handsets')
    const kept = await inLibrary(
      rig,
      await rig.open(`${rig.site.origin}/elsewhere.html`),
      async (library) => {
        const { packs } = await library.read()
        const documents = await library.list(packs[1]?.id ?? '', 0, 50)
        return documents.map(({ document, kind, author }) => [
          kind,
          document.title,
          document.publisher,
          document.published.value.length,
          author ?? null,
        ])
      },
    )
    expect(kept).toEqual(
      expect.arrayContaining([
        ['pdf', 'Filing on handsets', 'My files', 10, 'A. Clerk'],
        ['markdown', 'Diary', 'Diary', 10, null],
        ['html', 'Saved', 'My files', 10, 'Ada Penn'],
        ['text', 'A note on shelves', 'My files', 10, null],
        ['text', 'old', 'My files', 10, null],
      ]),
    )
  })

  test('are there already when they are added again', async () => {
    await sources.chooseFiles([GOOD[0] ?? { name: '', content: '' }])
    await sources.untilSays('1 was there already.')
  })

  test('are quoted on a page with the name of their pack', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    await untilIndexed(rig, page)
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await hover(page, 'Pentagon ordered')
    await untilCard(page, 'From My pack')
    await page.close()
  })

  test('travel as one file: a pack deleted for good comes back by its export, to the character', async () => {
    const front = await rig.open(`${rig.site.origin}/elsewhere.html`)
    const { text } = await inLibrary(rig, front, async (library) => {
      const { packs } = await library.read()
      return library.exportPack(packs[1]?.id ?? '')
    })
    await sources.choosePack(text.replace('Filing', 'Faking'))
    await sources.untilSays('Nothing was changed.')
    await sources.choosePack('{"format":"source-context-pack"}')
    await sources.untilSays('no pack that can be used')
    await sources.click('button', 'Forget everything')
    await sources.click('button', 'Forget all of it')
    await sources.untilSays('is forgotten')
    await until('no pack', async () => !(await sources.names('button')).includes('Rename'))
    await sources.choosePack(text)
    await sources.untilSays('Pack with 5 documents imported.')
    await front.close()
  })

  test('packs are renamed, switched and deleted, each with a way back', async () => {
    await sources.click('button', 'Rename')
    await sources.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('.naming input')
      if (!field) throw new Error('no field')
      field.value = 'Filings'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await sources.click('button', 'Save')
    await sources.untilSays('Its name is now Filings.')
    await sources.click('switch', 'Use Filings')
    await sources.untilSays('Filings is off.')
    await sources.click('switch', 'Use Filings')
    await sources.untilSays('Filings is on.')
    await sources.click('button', 'Delete')
    await sources.untilSays('Filings was deleted.')
    await sources.click('button', 'Undo')
    await sources.untilSays('Filings is back.')
  })

  test('whose reading is cancelled in the middle stay as far as they were read', async () => {
    await sources.evaluate(holdSlowFiles)
    const names = ['one.txt', 'two.txt', 'slow.txt', 'four.txt', 'five.txt']
    await sources.chooseFiles(
      names.map((name, at) => ({ name, content: `Filing ${at} names Huawei.` })),
    )
    await sources.untilSays('2 of 5')
    // What was read is being indexed, which has a button of that name while it lasts.
    await until('one way to cancel', async () => {
      const buttons = await sources.names('button')
      return buttons.filter((name) => name === 'Cancel').length === 1
    })
    await sources.click('button', 'Cancel')
    await sources.evaluate(() => void document.dispatchEvent(new Event('cancelled')))
    await sources.untilSays('2 documents added.')
    await sources.untilSays('7 documents')
  })

  test('names of one’s own are tried, kept and taken back', async () => {
    await sources.click('button', 'Open')
    await sources.untilSays('Names of your own')
    // The pack's documents come a moment later, and move what stands below them.
    await sources.untilSays('A note on shelves')
    await sources.type('name-name', 'Hikvision')
    await sources.type('name-aliases', 'Hangzhou Hikvision')
    await sources.click('button', 'Add the name')
    await sources.type('name-test', 'Cameras of Hikvision, not Huawei or ZTE, were taken down.')
    await sources.untilSays('Would mark: Hikvision')
    const tried = await sources.evaluate(() =>
      Array.from(document.querySelectorAll('.tried mark'), ({ className, textContent }) => [
        textContent,
        className,
      ]),
    )
    expect(tried).toEqual([
      ['Hikvision', 'huawei'],
      ['Huawei', 'huawei'],
      ['ZTE', 'zte'],
    ])
    await sources.click('button', 'Save names')
    await sources.untilSays('Names saved.')
    await sources.click('button', 'Undo')
    await sources.untilSays('Names as before.')
  })

  test('whose page is closed in the middle stay as far as they were read, and are indexed', async () => {
    const other = await openSourcesPage(rig)
    await other.evaluate(holdSlowFiles)
    const names = ['six.txt', 'seven.txt', 'slow.txt', 'nine.txt', 'ten.txt']
    await other.chooseFiles(
      names.map((name, at) => ({ name, content: `Letter ${at} of the closed page names ZTE.` })),
    )
    await other.untilSays('2 of 5')
    await other.close()
    const page = await rig.open(`${rig.site.origin}/elsewhere.html`)
    await untilIndexed(rig, page)
    const found = await inLibrary(rig, page, async (library) => {
      const hits = await (await library.source()).search('letter closed page')
      return hits.map(({ quote }) => quote.file).toSorted()
    })
    expect(found).toEqual(['seven.txt', 'six.txt'])
  })
})

/** In the page: whoever reads a file called “slow.txt” waits until an event says that it was cancelled. */
function holdSlowFiles(): void {
  const { arrayBuffer } = Blob.prototype
  Object.defineProperty(File.prototype, 'arrayBuffer', {
    value(this: File) {
      if (this.name !== 'slow.txt') return arrayBuffer.call(this)
      return new Promise((resolve) => {
        document.addEventListener('cancelled', () => resolve(arrayBuffer.call(this)))
      })
    },
  })
}
