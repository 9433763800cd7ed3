import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyParagraphs } from '../../indexer/classify-paragraphs.ts'
import { splitParagraphs } from '../../indexer/split-paragraphs.ts'

function kinds(text: string, title: string | null = null): [string, string][] {
  return classifyParagraphs(text, title).map(({ start, end, kind }) => [
    kind,
    text.slice(start, end),
  ])
}

describe('paragraphs', () => {
  it.each([
    [
      'a date stamp before the title',
      ' date 2019-03-07 Ministry warns\n\nIt did.',
      'Ministry warns',
      [
        ['stamp', 'date 2019-03-07'],
        ['title', 'Ministry warns'],
        ['body', 'It did.'],
      ],
    ],
    [
      'a title that stands twice',
      'Ministry warns\n\nMinistry  warns\n\nIt did.',
      'Ministry warns',
      [
        ['title', 'Ministry warns'],
        ['title', 'Ministry  warns'],
        ['body', 'It did.'],
      ],
    ],
    [
      'a heading and a question as one',
      'It did.\n\nWhat comes next?\n\nA vote.\n\nThe vote\n\nIt came.',
      null,
      [
        ['body', 'It did.'],
        ['heading', 'What comes next?'],
        ['body', 'A vote.'],
        ['heading', 'The vote'],
        ['body', 'It came.'],
      ],
    ],
    [
      'a question inside the text',
      'Who pays? Nobody knows.\n\nIt did.',
      null,
      [
        ['body', 'Who pays? Nobody knows.'],
        ['body', 'It did.'],
      ],
    ],
    [
      'a link to another story',
      'It did.\n\nRelated: Why phones break\n\nRead more: A vote\n\nhttps://example.org/a\n\nIt came.',
      null,
      [
        ['body', 'It did.'],
        ['link', 'Related: Why phones break'],
        ['link', 'Read more: A vote'],
        ['link', 'https://example.org/a'],
        ['body', 'It came.'],
      ],
    ],
    [
      'a caption by its credit',
      'It did.\n\nA mast in snow. (Photo: A. Berg)\n\nIt came. (Nobody saw it.)',
      null,
      [
        ['body', 'It did.'],
        ['caption', 'A mast in snow. (Photo: A. Berg)'],
        ['body', 'It came. (Nobody saw it.)'],
      ],
    ],
    [
      'a line that announces words',
      'The minister said:\n\nWe will see.',
      null,
      [
        ['body', 'The minister said:'],
        ['body', 'We will see.'],
      ],
    ],
    [
      'a closing mark',
      'It came. ■',
      null,
      [
        ['body', 'It came.'],
        ['stamp', '■'],
      ],
    ],
    [
      'a by-line and a date line',
      'By Ann Marsh\n\n7 March 2019\n\nIt came.',
      null,
      [
        ['stamp', 'By Ann Marsh'],
        ['stamp', '7 March 2019'],
        ['body', 'It came.'],
      ],
    ],
    [
      'a sentence that begins with a date',
      '2019-03-07 was the day.',
      null,
      [['body', '2019-03-07 was the day.']],
    ],
    [
      'comments under a heading',
      'It came.\n\n2 comments\n\nNo!\n\nYes.',
      null,
      [
        ['body', 'It came.'],
        ['reader-comment', '2 comments'],
        ['reader-comment', 'No!'],
        ['reader-comment', 'Yes.'],
      ],
    ],
    [
      'comments that are numbered',
      'It came.\n\n  1. No!\n\n  2. Yes.',
      null,
      [
        ['body', 'It came.'],
        ['reader-comment', '1. No!'],
        ['reader-comment', '2. Yes.'],
      ],
    ],
    [
      'a numbered list that the text announces',
      'Three things changed:\n\n1. Price.\n\n2. Size.',
      null,
      [
        ['body', 'Three things changed:'],
        ['body', '1. Price.'],
        ['body', '2. Size.'],
      ],
    ],
    [
      'a numbered list in the middle',
      '1. Price.\n\n2. Size.\n\nThat is all.',
      null,
      [
        ['body', '1. Price.'],
        ['body', '2. Size.'],
        ['body', 'That is all.'],
      ],
    ],
  ])('are told apart: %s', (_, text, title, expected) => {
    expect(kinds(text, title)).toEqual(expected)
  })

  it('join lines that an editor wrapped, and no others', () => {
    const wrapped = `${'The council met on the first floor of the new town hall and it'}\nspoke at length.`
    expect(splitParagraphs(wrapped)).toHaveLength(1)
    expect(splitParagraphs('A short line\nand another one.')).toHaveLength(2)
    expect(splitParagraphs(`${wrapped}\n\n${wrapped}`)).toHaveLength(2)
  })

  it('hold every letter of a text once, in order, without white space around them', () => {
    const part = fc.constantFrom(
      'The mast fell.',
      '\n',
      '\r\n',
      '\n\n',
      ' ',
      'Related: x',
      '1. No',
      '\uFEFF',
      'date 2019-03-07 ',
      'µ',
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('')
        const found = kinds(text).map(([, own]) => own)
        expect(found.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(found.filter((own) => own !== own.trim() || own === '')).toEqual([])
      }),
    )
  })
})
