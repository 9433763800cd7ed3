import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyParagraphs } from '../../indexer/classify-paragraphs.ts'
import { MAX_QUOTATION, groupPassages } from '../../indexer/group-passages.ts'

function passages(text: string): string[] {
  return groupPassages(text, classifyParagraphs(text, null)).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('passages', () => {
  it.each([
    [
      'abbreviations end no sentence',
      'The U.S. Army asked Maj. Ann Roe. She went to Acme Tech Co. Ltd. in Ohio.',
      ['The U.S. Army asked Maj. Ann Roe.', 'She went to Acme Tech Co. Ltd. in Ohio.'],
    ],
    [
      'a quotation of several sentences stays whole',
      '“We saw it. We fixed it,” Ms. Roe said. It was late.',
      ['“We saw it. We fixed it,” Ms. Roe said.', 'It was late.'],
    ],
    [
      'a quotation goes on after its speaker',
      '“We saw it,” Roe said. “We fixed it. All is well.” It was late.',
      ['“We saw it,” Roe said. “We fixed it. All is well.”', 'It was late.'],
    ],
    [
      'a quoted paragraph follows its speaker’s',
      '"We saw it," Roe said.\n\n"We fixed it."\n\nIt was late.',
      ['"We saw it," Roe said.\n\n"We fixed it."', 'It was late.'],
    ],
    [
      'a quotation runs over paragraphs',
      'Roe said: "We saw it.\n\n"We fixed it."\n\nIt was late.',
      ['Roe said: "We saw it.\n\n"We fixed it."', 'It was late.'],
    ],
    [
      'a link interrupts a quotation',
      'Roe said: "We saw it.\n\nRelated: Masts\n\n"We fixed it."',
      ['Roe said: "We saw it.', '"We fixed it."'],
    ],
    [
      'words after "said:" have no marks',
      'Ann Roe, head of the board, said:\n\nWe saw it.\n\nWe fixed it.\n\nThe order also binds carriers.',
      [
        'Ann Roe, head of the board, said:\n\nWe saw it.\n\nWe fixed it.',
        'The order also binds carriers.',
      ],
    ],
    [
      'a heading ends words after "said:"',
      'Roe said:\n\nWe saw it.\n\nThe vote\n\nIt was late.',
      ['Roe said:\n\nWe saw it.', 'It was late.'],
    ],
    [
      'headings, captions and links are none',
      'It fell.\n\nA mast. (Photo: B. Lee)\n\nThe vote\n\nIt was late.',
      ['It fell.', 'It was late.'],
    ],
  ])('are cut so that %s', (_, text, expected) => {
    expect(passages(text)).toEqual(expected)
  })

  it('go on in a passage of their own where a quotation is interrupted', () => {
    const text = 'Roe said: "We saw it.\n\nRelated: Masts\n\n"We fixed it."'
    const [first, second] = groupPassages(text, classifyParagraphs(text, null))
    expect(first?.continues).toBeUndefined()
    expect(second?.continues).toBe(0)
  })

  it('do not grow without end', () => {
    const text = `Roe said: "${'We saw it and we fixed it. '.repeat(80)}"`
    expect(Math.max(...passages(text).map(({ length }) => length))).toBeLessThanOrEqual(
      MAX_QUOTATION,
    )
  })

  it('cover every letter of the body once, in order', () => {
    const part = fc.constantFrom(
      '“We saw it.',
      'It fell,” he said.',
      '"No."',
      'He said:',
      '\n\n',
      ' ',
      'U.S. law.',
      'A. B. C.',
      '”',
      '"',
      '(Photo: x)',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join(' ')
        const paragraphs = classifyParagraphs(text, null).filter(({ kind }) => kind === 'body')
        const body = paragraphs.map(({ start, end }) => text.slice(start, end)).join('')
        const stretches = groupPassages(text, classifyParagraphs(text, null))
        const other = classifyParagraphs(text, null).filter(({ kind }) => kind !== 'body')
        const letters = (own: string) => own.replace(/\s/g, '')
        // A passage may run over paragraphs, never over anything but body.
        for (const { start, end } of stretches) {
          expect(other.filter((one) => one.start < end && one.end > start)).toEqual([])
        }
        expect(letters(stretches.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(
          letters(body),
        )
      }),
    )
  })
})
