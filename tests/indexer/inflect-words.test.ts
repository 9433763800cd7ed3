import { describe, expect, it } from 'vitest'
import { inflectNoun, inflectVerb } from '../../indexer/inflect-words.ts'

describe('inflectVerb', () => {
  it.each([
    [{ lemma: 'warn' }, 'warn warns warned warned warning'],
    [{ lemma: 'ban', double: true }, 'ban bans banned banned banning'],
    [{ lemma: 'accuse' }, 'accuse accuses accused accused accusing'],
    [{ lemma: 'testify' }, 'testify testifies testified testified testifying'],
    [{ lemma: 'pass' }, 'pass passes passed passed passing'],
    [{ lemma: 'push' }, 'push pushes pushed pushed pushing'],
    [{ lemma: 'study' }, 'study studies studied studied studying'],
    [
      { lemma: 'forbid', double: true, past: 'forbade', participle: 'forbidden' },
      'forbid forbids forbade forbidden forbidding',
    ],
    [{ lemma: 'say', past: 'said' }, 'say says said said saying'],
    [
      { lemma: 'label', doubleUk: true },
      'label labels labeled labeled labeling label labels labelled labelled labelling',
    ],
  ])('inflects %j', (verb, forms) => {
    expect(inflectVerb(verb).join(' ')).toBe(forms)
  })
})

describe('inflectNoun', () => {
  it.each([
    ['ban', 'bans'],
    ['penalty', 'penalties'],
    ['denial order', 'denial orders'],
    ['breach', 'breaches'],
  ])('makes %j plural', (noun, plural) => {
    expect(inflectNoun(noun)).toEqual([noun, plural])
  })
})
