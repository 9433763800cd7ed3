import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { declaredEncoding, decodeText } from '../../../core/capture/decode-text.ts'
import {
  isLeftover,
  kindOfFile,
  plainName,
  titleFromName,
} from '../../../core/capture/file-kind.ts'
import { readFrontMatter } from '../../../core/capture/front-matter.ts'
import { joinLines, type LaidLine } from '../../../core/capture/join-lines.ts'

const WORDS = 'Le Figaro: « déjà vu », 5 € für Zoë'
const utf16 = (text: string, big: boolean) =>
  Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0)
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8]
    }),
  )

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(WORDS)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${WORDS}`)],
    ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, ...utf16(WORDS, false)])],
    ['big UTF-16 with a mark', Uint8Array.from([0xfe, 0xff, ...utf16(WORDS, true)])],
    ['UTF-16 without one', utf16(WORDS.replace('€', 'E'), false)],
  ])('reads %s', (_name, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ name: 'text', text: expect.stringContaining('déjà') })
  })

  it('takes what is no UTF-8 for windows-1252, or for what it declares', () => {
    const bytes = Uint8Array.from([0x93, 0xe9, 0x94, 0x20, 0x80])
    expect(decodeText(bytes)).toMatchObject({ text: '“é” €', encoding: 'windows-1252' })
    const cyrillic = Uint8Array.from([0xd5, 0xf3, 0xe0, 0xe2, 0xfd, 0xe9])
    expect(decodeText(cyrillic, 'windows-1251')).toMatchObject({ text: 'Хуавэй' })
    expect(decodeText(cyrillic, 'no-such-thing')).toMatchObject({ encoding: 'windows-1252' })
  })

  it('reads what a page declares, and not what it cannot be', () => {
    // ファーウェイ, in seven bits.
    const japanese = Uint8Array.from([
      0x1b, 0x24, 0x42, 0x25, 0x55, 0x25, 0x21, 0x21, 0x3c, 0x25, 0x26, 0x25, 0x27, 0x25, 0x24,
      0x1b, 0x28, 0x42,
    ])
    expect(decodeText(japanese, 'iso-2022-jp')).toMatchObject({ text: 'ファーウェイ' })
    const latin = Uint8Array.from([0x5a, 0xe9, 0x6c, 0xe9])
    expect(decodeText(latin, 'utf-16')).toMatchObject({ text: 'Zélé', encoding: 'windows-1252' })
  })

  it.each([
    ['<html><head><meta charset="gb2312">', 'gb2312'],
    [`<meta http-equiv='Content-Type' content='text/html; charset=shift_jis'>`, 'shift_jis'],
    ['<?xml version="1.0" encoding="ISO-8859-2"?><html>', 'ISO-8859-2'],
    ['<p>charset=koi8-r</p>', undefined],
  ])('finds what %s declares', (html, encoding) => {
    expect(declaredEncoding(new TextEncoder().encode(html))).toBe(encoding)
  })

  it('tells what is no text', () => {
    expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toEqual({
      name: 'binary',
    })
  })

  it('gives back every text in UTF-8 as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 5 }), (text) => {
        const words = `Plain words. ${text.replaceAll(/\p{Cc}|\uFFFD/gu, '')}`
        expect(decodeText(new TextEncoder().encode(words))).toMatchObject({ text: words })
      }),
    )
  })
})

describe('files', () => {
  it('are told by their names', () => {
    expect(['a.TXT', 'b.md', 'c.htm', 'd.pdf', 'e.docx', 'f'].map(kindOfFile)).toEqual([
      'text',
      'markdown',
      'html',
      'pdf',
      undefined,
      undefined,
    ])
    expect(['.DS_Store', '~$a.docx', 'Thumbs.db', 'a.txt'].map(isLeftover)).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(plainName('a\\b\nc/d.txt')).toBe('a_b_c_d.txt')
    expect(titleFromName('annual_report-2019.pdf')).toBe('annual report-2019')
  })

  it('may begin with front matter, which is no text', () => {
    expect(
      readFrontMatter('---\ntitle: "A: b"\nDate: 2018-05-09\ntags:\n  - x\n---\nText'),
    ).toEqual({
      fields: { title: 'A: b', date: '2018-05-09' },
      body: 'Text',
    })
    expect(readFrontMatter('A\n---\nb: c\n---\n').body).toBe('A\n---\nb: c\n---\n')
  })
})

describe('joinLines', () => {
  const line = (text: string, y: number, x = 72, width = 400): LaidLine => ({
    text,
    x,
    y,
    height: 11,
    width,
  })

  it('joins the lines of a paragraph, and words that were broken', () => {
    expect(
      joinLines([[line('The ministry warned car-', 100), line('riers in May.', 114)]]),
    ).toEqual(['The ministry warned carriers in May.'])
  })

  it('parts paragraphs by a wider gap, an indent, and a short line that ends a sentence', () => {
    const lines = [
      line('One ends here.', 100),
      line('Two stands apart.', 140),
      line('Three is indented.', 154, 90),
      line('Short end.', 168, 72, 90),
      line('Four begins.', 182),
    ]
    expect(joinLines([lines])).toEqual([
      'One ends here.',
      'Two stands apart.',
      'Three is indented. Short end.',
      'Four begins.',
    ])
  })

  it('goes on over the end of a page, without heads, feet and numbers', () => {
    const page = (words: string, number: number) => [
      line('Annual report', 30),
      line(words, 100),
      line(`${number}`, 760),
    ]
    const pages = [page('It was told', 1), page('to stop', 2), page('in May.', 3)]
    expect(joinLines(pages)).toEqual(['It was told to stop in May.'])
  })
})
