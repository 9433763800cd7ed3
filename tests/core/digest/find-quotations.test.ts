import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../core/digest/find-quotations.ts'

const quotes = (text: string) =>
  findQuotations(text).map(({ start, end }) => text.slice(start, end))

describe('quotations in a text', () => {
  it.each([
    ['straight marks', 'He said "the boats are late" again.', ['the boats are late']],
    ['curly marks', 'He said “the boats are late” again.', ['the boats are late']],
    ['German marks', 'Er sagte „die Boote kommen“ und ging.', ['die Boote kommen']],
    ['Polish marks', 'Powiedział „łodzie płyną” i tyle.', ['łodzie płyną']],
    ['guillemets', 'Il dit «les bateaux partent» enfin.', ['les bateaux partent']],
    ['guillemets turned inwards', 'Er sagt »die Boote kommen« nicht.', ['die Boote kommen']],
    ['corner brackets', '彼は「船が来る」と言った。', ['船が来る']],
    ['white corner brackets', '『船が来る』という本', ['船が来る']],
    ['single marks', 'She said ‘the boats are late’ again.', ['the boats are late']],
    ['straight single marks', "She said 'the boats are late' again.", ['the boats are late']],
    ['Swedish marks', 'Han sade ”båtarna kommer” sent.', ['båtarna kommer']],
    ['book marks', '他说《船要来了》。', ['船要来了']],
    [
      'German marks closed with a straight one',
      'Er sagte „die Boote kommen" und ging.',
      ['die Boote kommen'],
    ],
    [
      'a curly mark closed with a straight one',
      'He said “the boats are late" again.',
      ['the boats are late'],
    ],
    ['doubled apostrophes', "He said ''the boats are late'' again.", ['the boats are late']],
    ['typewriter marks', "He said ``the boats are late'' again.", ['the boats are late']],
    ['full-width marks', '彼は＂船が来る＂と言った。', ['船が来る']],
    ['single guillemets', 'Er sagte ‹die Boote kommen› laut.', ['die Boote kommen']],
    ['ornaments', 'She said ❝the boats are late❞ again.', ['the boats are late']],
    ['two in one line', '“One,” he said, “and two.”', ['One,', 'and two.']],
    ['marks within marks', '“He called it ‘late’ to me.”', ['He called it ‘late’ to me.']],
  ])('stand in %s', (_name, text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })

  it.each([
    ['an apostrophe', "The boat's owner doesn't say when it'll come."],
    ['a typographic apostrophe', 'The boat’s owner doesn’t say.'],
    ['a plural possessive', "The soldiers' shop and the sailors' shop."],
    ['a closing mark whose opening one stands in the paragraph before', 'are late.” That was all.'],
    ['inches', 'A 6” mast and a 7” mast.'],
    ['no mark at all', 'The boats are late.'],
    ['a year cut short', "It was in '18 that the boats came."],
  ])('are not made of %s', (_name, text) => {
    expect(quotes(text)).toEqual([])
  })

  it('run to the end of the paragraph when the next one goes on', () => {
    expect(quotes('“The boats are late. They always are.')).toEqual([
      'The boats are late. They always are.',
    ])
  })

  it('keep apostrophes inside single marks', () => {
    expect(quotes('He said ‘it’s the sailors’ boat’ to us.')).toEqual(['it’s the sailors'])
  })

  it('never overlap and stay inside the text, whatever the text', () => {
    const marks = fc.constantFrom('“', '”', '"', "'", '‘', '’', '«', '»', 'a', ' ', '„', '「', '」')
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 40 }), (chars) => {
        const text = chars.join('')
        let last = 0
        for (const { start, end } of findQuotations(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })
})
