import { describe, expect, it } from 'vitest'
import { readKinds } from '../../../core/context/kind-words.ts'
import { createActReader } from '../../../core/context/read-acts.ts'
import { readCommittedIndex } from '../../committed-index.ts'

const readAct = createActReader(readCommittedIndex().entities)

describe('the act that a company’s sentence may tell', () => {
  it.each([
    ['Washington pressed others to drop Huawei.', 'us-government'],
    ['Britain will strip out Huawei by 2027.', 'uk-government'],
    ['Swedish officials barred ZTE.', 'se-government'],
    ['The Pentagon, which the United States pays for, barred ZTE.', 'us-dod'],
  ])('is by whom it names, a country only where no agency is: %s', (sentence, agency) => {
    expect(readAct(sentence).agencies).toEqual([agency])
  })
  it.each([
    'Huawei sells more phones in Canada than before.',
    'ZTE ships to Australia.',
    'Beijing stands by Huawei.',
    'Huawei makes phones.',
  ])('is by nobody where a country is a place, or the companies’ own: %s', (sentence) => {
    expect(readAct(sentence).agencies).toEqual([])
  })
  it.each([
    ['Huawei was excluded from the auction.', ['ban']],
    ['ZTE settled and paid a penalty.', ['settle', 'fine']],
    ['A probe led to an indictment of Huawei.', ['investigate', 'charge']],
    ['Huawei makes watches.', []],
  ])('is of the kinds that its words tell: %s', (sentence, kinds) => {
    expect(new Set(readKinds(sentence))).toEqual(new Set(kinds))
  })
})
