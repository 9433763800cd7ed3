import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createQuoteChecker, type DiffPart } from '../../../core/digest/quote-check.ts'
import { readSpeaker } from '../../../core/digest/quote-speaker.ts'
import { SMALL_INDEX, smallLookup } from './small-index.ts'

const checker = createQuoteChecker(smallLookup)
const check = (text: string, before = '', after = '') => checker({ id: 1, text, before, after })
const partsOf = (text: string, kind: DiffPart['kind']) =>
  check(text)?.parts.flatMap((part) => (part.kind === kind ? [part.text] : []))

describe('a quotation is identical', () => {
  it.each([
    ['word for word', 'These handsets may pose an unacceptable risk to our people'],
    ['as a whole sentence', 'We are putting the world on notice that the games are over'],
    ['from the middle of a sentence', 'unacceptable risk to our people, our information'],
    ['in other letters', 'THESE HANDSETS MAY POSE AN UNACCEPTABLE RISK'],
    ['with other punctuation', 'These handsets may pose: an unacceptable risk, to our people.'],
    ['with other quotation marks', '"These handsets may pose an unacceptable risk"'],
    ['with a no-break space', 'These handsets may pose an\u00a0unacceptable risk'],
    ['with a soft hyphen', 'These handsets may pose an unaccept\u00adable risk'],
    ['with a zero-width space', 'These handsets may\u200b pose an unacceptable risk'],
    ['in full-width letters', 'Ｔｈｅｓｅ handsets may pose an unacceptable risk'],
    ['with a letter changed in brackets', '[T]hese handsets may pose an unacceptable risk'],
    ['over two sentences', 'openness and transparency. No government has ever asked us'],
    ['with an ellipsis before it', '… may pose an unacceptable risk to our people'],
    ['with an ellipsis after it', 'These handsets may pose an unacceptable risk …'],
    ['with a dash', 'These handsets — may pose an unacceptable risk'],
    ['from the outlet’s own words', 'stood half empty on the morning after the order'],
  ])('%s', (_name, text) => {
    expect(check(text)?.verdict).toBe('identical')
  })
})

describe('a quotation is shortened where the page marks what is missing', () => {
  it.each([
    [
      'with a typographic ellipsis',
      'These handsets may pose … risk to our people',
      'an unacceptable',
    ],
    ['with three dots', 'These handsets may pose ... risk to our people', 'an unacceptable'],
    ['with spaced dots', 'These handsets may pose . . . risk to our people', 'an unacceptable'],
    [
      'with dots in brackets',
      'These handsets may pose [...] risk to our people',
      'an unacceptable',
    ],
    [
      'with dots in parentheses',
      'These handsets may pose (…) risk to our people',
      'an unacceptable',
    ],
    [
      'over the end of a sentence',
      'We remain committed to openness … ever asked us to weaken the security',
      'and transparency No government has',
    ],
    [
      'with other words in brackets',
      'These [phones] may pose an unacceptable risk to our people',
      'handsets',
    ],
  ])('%s', (_name, text, leftOut) => {
    expect(check(text)?.verdict).toBe('shortened')
    const left = partsOf(text, 'left-out')?.join(' ') ?? ''
    expect(left.replace(/[.,]/g, '')).toBe(leftOut)
  })

  it('and its own words in brackets are shown as the page’s', () => {
    expect(
      partsOf('[The ministry is] putting the world on notice that the games are over', 'inserted'),
    ).toEqual(['[The ministry is]'])
  })
})

describe('a quotation is altered', () => {
  it.each([
    [
      'one word replaced',
      'These handsets may pose an enormous risk to our people',
      'unacceptable',
      'enormous',
    ],
    [
      'a negation lost',
      'No government has asked us to weaken the security of any of our networks',
      'ever',
      undefined,
    ],
    [
      'a word added',
      'These handsets may pose an utterly unacceptable risk to our people',
      undefined,
      'utterly',
    ],
    [
      'a word left out unmarked',
      'These handsets pose an unacceptable risk to our people',
      'may',
      undefined,
    ],
    [
      'a number changed',
      'ZTE agreed to pay $1.91 billion to the Commerce Department',
      '1.19',
      '1.91',
    ],
    ['one word at its end', 'putting the world on notice that the games are on', undefined, 'on'],
    [
      'two places',
      'Those handsets may pose an unacceptable risk to our people, our information and our job',
      undefined,
      'Those job',
    ],
    [
      'a gap that the ellipsis stands too early for',
      'These handsets … may pose risk to our people and our mission',
      'an unacceptable our information',
      undefined,
    ],
  ])('by %s', (_name, text, missing, added) => {
    expect(check(text)?.verdict).toBe('altered')
    const plain = (parts: string[] | undefined) =>
      parts?.join(' ').replace(/[.,]/g, (mark) => (mark === '.' ? mark : '')) ?? ''
    expect(plain(partsOf(text, 'missing'))).toBe(missing ?? '')
    expect(plain(partsOf(text, 'added'))).toBe(added ?? '')
  })

  it('and not shortened when it drops a "not" beside a marked gap', () => {
    const text = 'The use of such equipment can be mitigated … the existing national infrastructure'
    expect(check(text)?.verdict).toBe('altered')
  })
})

describe('a quotation that says more than the sources', () => {
  it.each([
    [
      'before',
      'Let me be plain about this. We are putting the world on notice that the games are over',
    ],
    [
      'after',
      'We are putting the world on notice that the games are over, and the bill will follow in June',
    ],
    [
      'after, sharing small words by chance,',
      'We are putting the world on notice that the games are over, and whoever thinks of it as a joke will in the end find that the bill is due',
    ],
  ])('%s is called longer, not altered', (_side, text) => {
    expect(check(text)?.verdict).toBe('longer')
  })
})

describe('a quotation is in no source', () => {
  it.each([
    ['nothing like it', 'The harbour master counts the masts every evening at dusk'],
    ['only small words in common', 'it is in the and of the to that was by'],
    ['three words', 'unacceptable risk to'],
    [
      'one common phrase in a long one',
      'Fishermen know an unacceptable risk to their nets when a storm comes up from the south at night',
    ],
    [
      'a few pieces of a sentence among many other words',
      'These handsets may pose nothing but a burden, since every man who buys such things wants them to be an unacceptable risk to nobody',
    ],
    ['a reader’s comment', 'all of them should simply be thrown into the sea'],
    ['no word at all', '…'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(check(text)).toBeUndefined()
  })
})

describe('the speaker', () => {
  const risk = 'These handsets may pose an unacceptable risk to our people'
  const open = 'We remain committed to openness and transparency'
  const games = 'putting the world on notice that the games are over'

  it.each([
    ['another company’s', open, '', ',” a ZTE spokesman said.', 'a ZTE spokesman'],
    ['a person that the source does not have', risk, '', '” said Martin Keller.', 'Martin Keller'],
    ['another agency’s', risk, 'According to the FCC, “', '', 'the FCC'],
    ['named before a colon', games, 'Martin Keller: “', '', 'Martin Keller'],
    ['named under a block', games, '', '— Martin Keller, minister', 'Martin Keller, minister'],
    ['the company itself for its accuser', risk, '', '” Huawei said.', 'Huawei'],
  ])('is another: %s', (_name, text, before, after, page) => {
    expect(check(text, before, after)?.otherSpeaker?.page).toBe(page)
  })

  it.each([
    ['the same', open, '', ',” a Huawei spokesman said.'],
    ['the company for its spokesperson', open, 'Huawei told reporters: “', '”'],
    ['another name of the agency', risk, '', '” a Defense Department official said.'],
    ['a part of the agency', risk, '', '” the US Army said.'],
    ['the surname alone', games, '', '” Rossi said.'],
    ['the title alone', games, '', '” the Commerce Secretary said.'],
    ['a pronoun', risk, '', '” he said.'],
    ['nobody', risk, '', ''],
    ['nobody with a name', risk, '', '” an official said.'],
    [
      'the outlet for its own words',
      'stood half empty on the morning after the order',
      'The Gazette wrote: “',
      '”',
    ],
  ])('is not another: %s', (_name, text, before, after) => {
    expect(check(text, before, after)).toBeDefined()
    expect(check(text, before, after)?.otherSpeaker).toBeUndefined()
  })

  it('of the source is told with the role', () => {
    expect(check(games, '', '” Martin Keller said.')?.otherSpeaker?.source).toBe(
      'Ada Rossi, Commerce Secretary',
    )
  })

  it.each([
    ['said after the name', '', ',” Ada Rossi said on Monday.', 'Ada Rossi'],
    ['said before the name', '', '” said Ada Rossi.', 'Ada Rossi'],
    ['in front', 'On Monday the harbour was shut. Ada Rossi said “', '', 'Ada Rossi'],
  ])('is read where it is %s', (_name, before, after, speaker) => {
    expect(readSpeaker({ before, after })).toBe(speaker)
  })
})

describe('whatever is quoted', () => {
  const passages = SMALL_INDEX.passages.filter((one) => one.section === 'body')
  const words = fc.constantFrom(...passages).chain((passage) => {
    const all = passage.text.split(/\s+/)
    return fc.record({
      passage: fc.constant(passage),
      from: fc.nat(Math.max(0, all.length - 8)),
      all: fc.constant(all),
    })
  })

  it('eight words of a source are identical, and come from there', () => {
    fc.assert(
      fc.property(words, ({ passage, from, all }) => {
        const found = check(all.slice(from, from + 8).join(' '))
        expect(found?.verdict).toBe('identical')
        expect(found?.passages).toContain(passage.id)
      }),
    )
  })

  it('every part of the comparison is somebody’s own characters', () => {
    fc.assert(
      fc.property(words, fc.nat(7), fc.constantFrom('boats', '…', '[boats]'), (pick, at, put) => {
        const quoted = pick.all.slice(pick.from, pick.from + 8)
        const text = quoted.toSpliced(at, 1, put).join(' ')
        for (const part of check(text)?.parts ?? []) {
          const isPages = ['same', 'added', 'inserted', 'beyond'].includes(part.kind)
          const home = isPages ? text : passages.map((one) => one.text).join(' ')
          expect(home).toContain(part.text)
        }
      }),
    )
  })
})
