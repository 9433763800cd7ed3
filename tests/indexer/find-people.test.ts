import { describe, expect, it } from 'vitest'
import { findPeople, personIn } from '../../indexer/find-people.ts'

function people(text: string): string[] {
  return findPeople(text).map(({ name, role }) => `${name} (${role})`)
}

describe('the people of a text', () => {
  it.each([
    ['FCC Chair Ann Roe said no.', ['Ann Roe (FCC Chair)']],
    ['Huawei Chile chief executive Ann Roe said no.', ['Ann Roe (Huawei Chile chief executive)']],
    [
      'Dr Ann Roe, Technical Director of the Mast Board, said no.',
      ['Dr Ann Roe (Technical Director of the Mast Board)'],
    ],
    ['Its chairman, Sir Ned Poe, said no.', ['Sir Ned Poe (chairman)']],
    ['An analyst at Mast Partners, Ned Poe, said no.', ['Ned Poe (analyst at Mast Partners)']],
    [
      'A spokesman for Huawei in Chile, Ned Poe, said no.',
      ['Ned Poe (spokesman for Huawei in Chile)'],
    ],
    ['Senators Ann Roe and Ned Poe wrote a bill.', ['Ann Roe (Senator)', 'Ned Poe (Senator)']],
    ['Karin Åström, Director General of PTS, said no.', ['Karin Åström (Director General of PTS)']],
    ['Dr Ann Roe, Director of the Board\u00a0said no.', ['Dr Ann Roe (Director of the Board)']],
    ['The Director of National Mast Security spoke.', []],
    ['Huawei Technologies, the company, said no.', []],
  ])('are those with an office: %s', (text, expected) => {
    expect(people(text)).toEqual(expected)
  })

  it('are known by their surname once they were named', () => {
    const text = 'FCC Chair Ann Roe spoke. Later Roe left.'
    expect(personIn(findPeople(text), 'Roe', text.length)?.name).toBe('Ann Roe')
    expect(personIn(findPeople(text), 'Roe', -1)).toBeUndefined()
  })
})
