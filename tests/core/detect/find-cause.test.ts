import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { causeSources } from '../../../core/detect/cause-pattern.ts'
import { findCause, givesCause, type CausePatterns } from '../../../core/detect/find-cause.ts'
import type { Lexicon } from '../../../core/detect/lexicon.ts'
import { askStarts } from '../../../core/detect/name-starts.ts'

const lexicon = JSON.parse(readFileSync('data/lexicon.json', 'utf8')) as Lexicon

/** The lexicon with so many invented names beside its own. */
function withNames(count: number): Lexicon {
  const names = Array.from({ length: count }, (_, i) => {
    const word = [...String(i + 1000)].map((digit) => 'aeioubdgkl'[Number(digit)]).join('')
    return `Qu${word} ${i % 2 === 0 ? 'Systems' : 'and Sons'}`
  })
  const made = { id: 'made-up', kind: 'company' as const, name: 'Made up', names }
  return { ...lexicon, entities: [...lexicon.entities, made] }
}

/** Names of every shape: of one short word, of several, with marks, digits and letters beyond ASCII. */
const SHAPES = [
  (word: string) => word.slice(0, 4),
  (word: string) => `${word.slice(0, 3)} Group`,
  (word: string) => `${word.slice(0, 2)} ${word}`,
  (word: string) => `${word.charAt(0)}. & ${word} Works`,
  (word: string) => `${word.charAt(0)}'${word}`,
  (word: string) => `${word.slice(0, 5)}-${word}`,
  (word: string) => `${word.slice(0, 3)}é${word}`,
  (word: string) => `3${word}`,
  (word: string) => `${word}!`,
]

function withShapes(count: number): Lexicon {
  const names = Array.from({ length: count }, (_, i) => {
    const letters = [...String(i * 7919 + 10_000)].map((digit) => 'aeioubdgkl'[Number(digit)])
    const word = `${'BCDFGKLMNPQRTVWX'.charAt(i % 16)}${letters.join('')}`
    return SHAPES[i % SHAPES.length]?.(word) ?? word
  })
  const made = { id: 'made-up', kind: 'company' as const, name: 'Made up', names }
  return { ...lexicon, entities: [...lexicon.entities, made] }
}

function patternsOf(of: Lexicon): CausePatterns {
  const { plain, starts, scripts, wide } = causeSources(of)
  return {
    plain: new RegExp(plain, 'g'),
    startsIn: askStarts(starts),
    wide: () => new RegExp(wide, 'g'),
    scripts: new RegExp(scripts),
  }
}

function formsOf({ entities }: Lexicon): string[] {
  return entities
    .filter((entity) => entity.kind === 'company')
    .flatMap((entity) => entity.names)
    .map((name) => (typeof name === 'string' ? name : name.form))
}

describe.each([
  ['our own names', lexicon],
  ['five thousand names', withNames(5000)],
  ['names of every shape', withShapes(900)],
])('cause, with %s,', (_kind, of) => {
  const patterns = patternsOf(of)
  const forms = formsOf(of)

  test('is found where any company’s any name begins, whatever it is glued to', () => {
    const missed = forms.filter((form) => !findCause(`the end${form}Next`, patterns).includes(7))
    expect(missed).toEqual([])
  })
  test('is found where many names stand in one text', () => {
    const text = forms.join(', ')
    const places = new Set(findCause(text, patterns))
    let at = 0
    const missed = forms.filter((form) => {
      const here = at
      at += form.length + 2
      return !places.has(here)
    })
    expect(missed).toEqual([])
  })
  test('is given by every name', () => {
    expect(forms.filter((form) => !givesCause(`It was ${form}.`, patterns))).toEqual([])
  })
  test('is given by names in capitals', () => {
    expect(givesCause('AT HUAWEI THEY SPOKE', patterns)).toBe(true)
  })
  test('is not given by prose that names nobody', () => {
    const prose =
      'The “council” met on Tuesday – nobody spoke of machines, teaching or telephones, and it rained 🙂.'
    expect(givesCause(prose, patterns)).toBe(false)
  })
  test('is not given by China alone, but by its telecom equipment', () => {
    expect(givesCause('She flew to China.', patterns)).toBe(false)
    expect(findCause('a page about machines', patterns)).toEqual([])
    expect(givesCause('A ban on Chinese telecom gear.', patterns)).toBe(true)
    expect(givesCause('Many a high-risk vendor.', patterns)).toBe(true)
  })
  test.each([
    'Chinese smart phones',
    'China’s tech giants',
    'China-made network carriers',
    'Chinese state-owned 5G',
    'telecom gear made in China',
    'network kit from Chinese makers',
    'HIGH-RISK SUPPLIERS',
    'high-risk\n  vendors',
    '5G equipment made in China',
    'TELECOM GEAR FROM CHINESE',
    'China\u2011based suppliers',
    'Chinese\u00a0handsets',
    `Chinese\n${' '.repeat(70)}state-owned\n${' '.repeat(70)}carriers`,
  ])('is given by phrases about the field, far into a text: %s', (phrase) => {
    const prose = 'nobody spoke of it, and it rained. '.repeat(60)
    expect(givesCause(`${prose}${phrase}. ${prose}`, patterns)).toBe(true)
  })
  test.each([
    'Hua\u00adwei',
    'Z\u200bTE',
    '\ud835\udc07uawei',
    'Ｈｕａｗｅｉ',
    'ＺＴＥ',
    'Ⓗⓤⓐⓦⓔⓘ',
    'ﾌｧｰｳｪｲ',
    '화웨이'.normalize('NFD'),
  ])('is given by what only folding makes a name: %s', (text) => {
    expect(givesCause(`It was ${text}.`, patterns)).toBe(true)
  })
  test('is given by every name in full-width letters', () => {
    const widen = (form: string) =>
      form.replaceAll(/[A-Za-z]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0))
    const plain = forms.filter((form) => /^[A-Za-z]{2}/.test(form))
    expect(plain.filter((form) => !givesCause(`It was ${widen(form)}.`, patterns))).toEqual([])
  })
  test('has its places in order, each once', () => {
    const piece = fc.constantFrom('Huawei', ' 华为 ', 'ZTE', ' said ', 'Хуавей', '.', 'China')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const places = findCause(pieces.join(''), patterns)
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
      }),
    )
  })
})

describe.each([1, 900])('a name with an apostrophe, beside %i others,', (count) => {
  test.each([
    ["D'Anzo Works", 'D’Anzo Works'],
    ['D’Anzo Works', "D'Anzo Works"],
  ])('that is written %s is found as %s', (form, written) => {
    const shapes = withShapes(count)
    const made = { id: 'd', kind: 'company' as const, name: 'D', names: [form] }
    const patterns = patternsOf({ ...shapes, entities: [...shapes.entities, made] })
    expect(givesCause(`It was ${written}.`, patterns)).toBe(true)
  })
})

test.each(['ＦＢとＴＶ', 'ｶﾌｪのﾒﾆｭｰ', 'ⒶⒷ', '한국'.normalize('NFD')])(
  'our own names give no cause to look closer at %s',
  (text) => {
    expect(givesCause(`これは${text}。`, patternsOf(lexicon))).toBe(false)
  },
)

test.each([
  ['Éclair Réseau', 'Éclair Réseau'],
  ['Öl', 'ÖL'],
  ['Aérotel', 'AÉROTEL'],
  ['Nœud', 'Nœud'],
])('a name with a letter beyond ASCII near its beginning, %s, is found as %s', (form, written) => {
  const made = { id: 'm', kind: 'company' as const, name: 'M', names: [form] }
  const patterns = patternsOf({ ...lexicon, entities: [...lexicon.entities, made] })
  expect(findCause(`It was ${written}.`, patterns)).toEqual([7])
  expect(givesCause(`It was ${written}.`, patterns)).toBe(true)
})

test('a large lexicon’s patterns do not grow with it', () => {
  const length = (count: number) => causeSources(withNames(count)).plain.length
  expect(length(5000)).toBe(length(1000))
})

test('a large lexicon’s tables find hardly anything in ordinary words', () => {
  const patterns = patternsOf(withNames(5000))
  const words =
    readFileSync('tests/core/detect/news/reports.txt', 'utf8').match(/\b[A-Z][a-z]+/g) ?? []
  const found = words.filter((word) => findCause(`${word} xx xx xx`, patterns).length > 0)
  const strange = found.filter((word) => !/^(?:Hu|Zho|Shenz|Chin)/.test(word))
  expect(strange.length).toBeLessThan(words.length / 20)
})
