import { describe, expect, it } from 'vitest'
import { attributePassages } from '../../indexer/attribute-passages.ts'
import { classifyParagraphs } from '../../indexer/classify-paragraphs.ts'
import { findPeople } from '../../indexer/find-people.ts'
import { groupPassages } from '../../indexer/group-passages.ts'

function attribute(text: string, publisher = 'The Test Courier') {
  const stretches = groupPassages(text, classifyParagraphs(text, null))
  const bodiesIn = (words: string) =>
    (words.match(/Huawei|ZTE/g) ?? []).map((name) => ({ entity: name, name, isCompany: true }))
  return attributePassages(text, stretches, { people: findPeople(text), bodiesIn, publisher })
}

/** Speaker, role, standing and via of a text's last passage, as one line. */
function last(text: string): string {
  const found = attribute(text).at(-1)
  if (!found) return 'the outlet'
  const { speaker, role, standing, via } = found
  return [speaker, role && `(${role})`, standing, via && `via ${via}`].filter(Boolean).join(' ')
}

describe('who speaks', () => {
  it.each([
    ['The mast fell on Sunday.', 'the outlet'],
    ['“We know,” FCC Commissioner Ann Roe said.', 'Ann Roe (FCC Commissioner) on-record'],
    [
      '“We know,” said Ann Roe, Director of the Mast Board.',
      'Ann Roe (Director of the Mast Board) on-record',
    ],
    [
      'Ann Roe, Director of the Mast Board, said that it knew.',
      'Ann Roe (Director of the Mast Board) on-record',
    ],
    ['Senator Ann Roe spoke first. “We know,” Roe added.', 'Ann Roe (Senator) on-record'],
    ['Senator Ann Roe said it was late. She said that masts fall.', 'Ann Roe (Senator) on-record'],
    ['“We know,” a ministry spokesman said.', 'ministry spokesman spokesperson'],
    [
      '“We know,” an unnamed official told The Daily Post.',
      'unnamed official anonymous via The Daily Post',
    ],
    [
      'The Daily Post, citing two unnamed officials, reports that masts fall.',
      'two unnamed officials anonymous via The Daily Post',
    ],
    ['Masts fall, The Daily Post reported.', 'The Daily Post reported-by-other'],
    [
      'The Daily Post wrote of it. Masts fall, the Post reported.',
      'The Daily Post reported-by-other',
    ],
    ['Masts fall, according to a report by the Mast Board.', 'report by the Mast Board document'],
    [
      'A report by the Mast Board found a fault. Masts fall, the report found.',
      'report by the Mast Board document',
    ],
    [
      'Its radio director Ann Roe spoke. “We know,” Roe went on.',
      'Ann Roe (radio director) on-record',
    ],
    [
      'Huawei’s mast lobbyist, Ann Roe, came late. “I know,” she mused.',
      'Ann Roe (mast lobbyist) on-record',
    ],
    [
      'Mast minister Ann Roe spoke first. Masts fall, the minister said.',
      'Ann Roe (Mast minister) on-record',
    ],
    ['Senator Ann Roe came. Roe: “We know.”', 'Ann Roe (Senator) on-record'],
    ['This was announced by Senator Ann Roe on Monday.', 'Ann Roe (Senator) on-record'],
    ['But as Senator Ann Roe pointed out, masts fall.', 'Ann Roe (Senator) on-record'],
    ['“We know,” so Senator Ann Roe.', 'Ann Roe (Senator) on-record'],
    ['According to the lease agreement, Huawei owns the mast.', 'lease agreement document'],
    ['Masts fall, as the Mast Kurier reported on Monday.', 'Mast Kurier reported-by-other'],
    ['The ministry told hospitals to stop using masts.', 'the outlet'],
    [
      'A rigger at one mast, who asked not to be named, says that it leans.',
      'rigger at one mast anonymous',
    ],
    ['Huawei insisted that masts stand.', 'Huawei on-record'],
    ['Huawei spoke. “Masts stand,” the company said.', 'Huawei on-record'],
    ['Huawei said that masts stand. “They always will,” it said.', 'Huawei on-record'],
    [
      'Reuters cited a company spokesman as saying: “Masts stand.”',
      'company spokesman spokesperson via Reuters',
    ],
    [
      'Three chiefs from the FBI and the CIA told a Senate committee that masts fall.',
      'Three chiefs from the FBI and the CIA on-record',
    ],
    ['It was found that masts fall.', 'the outlet'],
    ['Both firms have always rejected the claims.', 'the outlet'],
    ['The board, which said nothing, met again.', 'the outlet'],
    ['Commenting on the vote, a ZTE spokeswoman said: “We know.”', 'ZTE spokeswoman spokesperson'],
    [
      'Secretary of Trade Ann B. Roe, Jr. announced that masts fall.',
      'Ann B. Roe, Jr. (Secretary of Trade) on-record',
    ],
  ])('is read from the words around: %s', (text, expected) => {
    expect(last(text)).toBe(expected)
  })

  it('keeps the speaker through an interrupted quotation', () => {
    const text = 'Senator Ann Roe said: "We know.\n\nRelated: Masts\n\n"We always knew."'
    expect(attribute(text).map((one) => one?.speaker)).toEqual(['Ann Roe', 'Ann Roe'])
  })

  it('does not say that an outlet reports through itself', () => {
    const [found] = attribute('Huawei told The Test Courier that masts stand.')
    expect(found).toEqual({ speaker: 'Huawei', standing: 'on-record', speaksFor: 'Huawei' })
  })
})
