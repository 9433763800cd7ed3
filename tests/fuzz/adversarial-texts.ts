import { readFileSync } from 'node:fs'
import type { Lexicon, LexiconEntity, NameRule } from '../../core/detect/lexicon.ts'

/** The lexicon as it ships: what a hostile page would be made from. */
export const lexicon = JSON.parse(readFileSync('data/lexicon.json', 'utf8')) as Lexicon

const formOf = (name: string | NameRule) => (typeof name === 'string' ? name : name.form)
const formsOf = (kind: LexiconEntity['kind']) =>
  lexicon.entities.filter((it) => it.kind === kind).flatMap((it) => it.names.map(formOf))

export const COMPANIES = formsOf('company')
export const AGENCIES = formsOf('agency')
export const VERBS = lexicon.lexemes.flatMap(({ verb }) => verb?.split(' ').slice(0, 3) ?? [])
export const NOUNS = lexicon.lexemes.flatMap(
  ({ noun }) =>
    noun
      ?.split(',')
      .slice(0, 1)
      .map((it) => it.trim()) ?? [],
)
export const TITLES = lexicon.titles
export const GENERICS = Object.keys(lexicon.generics)
const roles = lexicon.entities.flatMap(({ roles: by }) => Object.values(by ?? {}).flat())

/** Goes round a list for ever. */
const turn = <T>(list: readonly T[]) => {
  let at = 0
  return () => list[at++ % list.length] as T
}

/** The same piece, or what a maker gives each time, until the text has that many UTF-16 units. */
function fill(length: number, make: string | ((at: number) => string)): string {
  const parts: string[] = []
  for (let size = 0, at = 0; size < length; at += 1) {
    const part = typeof make === 'string' ? make : make(at)
    parts.push(part)
    size += part.length
  }
  return parts.join('').slice(0, length)
}

const cut = (text: string) => text.slice(0, Math.max(1, text.length - 1))
const nest = (open: string, close: string, inner: string) => (length: number) => {
  const half = Math.floor((length - inner.length) / (open.length + close.length))
  return open.repeat(half) + inner + close.repeat(half)
}
const list = (words: readonly string[], between: string) => (length: number) => {
  const next = turn(words)
  return fill(length, () => next() + between)
}

/** Texts that a search might choke on, by what they are; each for any length. */
export const ADVERSARIAL: Record<string, (length: number) => string> = {
  'near-names without a break': list(COMPANIES.map(cut), ''),
  'near-names with blanks': list([...COMPANIES, ...AGENCIES].map(cut), ' '),
  'company names': list(COMPANIES, ' '),
  'one company name': (length) => fill(length, 'Huawei '),
  'one company name without a break': (length) => fill(length, 'Huawei'),
  'company names in Chinese': (length) => fill(length, '华为中兴通讯華為'),
  'agencies without a verb': list(AGENCIES, ' '),
  'agencies in one list': list(['the FBI', 'the CIA', 'the NSA'], ', '),
  'agencies in one list with and': list(
    AGENCIES.map((it) => `the ${it}`),
    ' and ',
  ),
  'countries and adjectives': list(roles, ', '),
  'agencies of agencies': list(AGENCIES, ' of the '),
  'agencies’ agencies': list(AGENCIES, '’s '),
  'members of Congress': list(['Ann Moss (R-Texas)', 'the FCC', 'Rep. Bo Lee, D-Calif.'], ', '),
  'verbs alone': list(VERBS, ' '),
  'nouns alone': list(NOUNS, ' '),
  'generics alone': list(
    GENERICS.map((it) => `the ${it}`),
    ' ',
  ),
  'titles alone': list(TITLES, ' '),
  'titles and capitals': list(TITLES, ' John Smith '),
  'one agency, endless verbs': (length) => `The FBI ${list(VERBS, ' and ')(length - 8)}`,
  'endless agencies, one verb': (length) =>
    `${list(['the FBI', 'the Pentagon'], ', ')(length - 12)} banned ZTE.`,
  'one sentence of actions': (length) =>
    fill(length, 'the Pentagon banned Huawei and the FBI warned of ZTE, '),
  'sentences of actions': (length) =>
    fill(length, 'The Pentagon banned Huawei phones. The FBI warned of ZTE. '),
  'was by': (length) => fill(length, 'Huawei was banned by the FBI and by '),
  'pronouns after an agency': (length) =>
    `The FBI warned of ZTE. ${fill(length, 'It said that it would ban it, and it did. ')}`,
  'said that, for ever': (length) => fill(length, 'The FBI said that ZTE said that '),
  'will not not not': (length) => `The FBI will ${fill(length, 'not ')}`,
  'nested round brackets': nest('(', ')', 'the FBI banned ZTE'),
  'nested brackets around names': nest('(the FBI ', ' ZTE)', ''),
  'brackets that never close': (length) => fill(length, '(the FBI, '),
  'nested quotes': nest('“the FBI ', '” ', 'banned ZTE'),
  'quotes that never close': (length) => fill(length, '"ZTE '),
  'quotes alone': (length) => fill(length, '"'),
  blanks: (length) => `ZTE${fill(length - 3, ' ')}`,
  'blanks after an agency': (length) => `the FBI ${fill(length - 20, ' ')}banned ZTE`,
  'no-break spaces': (length) => `ZTE${fill(length - 3, '\u00a0')}`,
  'line breaks': (length) => fill(length, 'ZTE\n'),
  'line breaks alone': (length) => `ZTE${fill(length - 3, '\n')}`,
  'line breaks and blanks': (length) => `ZTE${fill(length - 3, '\n ')}`,
  'zero-width characters': (length) => `Hua${fill(length - 6, '\u200b')}wei`,
  'soft hyphens in names': (length) => fill(length, 'H\u00adua\u00adwei '),
  'combining marks': (length) => `ZTE ${fill(length - 4, '\u0301')}`,
  'combining marks of falling class': (length) => `ZTE e${fill(length - 5, '\u0301\u0327\u0345')}`,
  'letters with a mark each': (length) => fill(length, 'Z\u0301T\u0301E\u0301 '),
  'half-width voiced': (length) => `ﾌ${fill(length - 1, 'ﾞ')} ZTE`,
  capitals: (length) => `ZTE ${fill(length - 4, 'ABCDEFGHZTE')}`,
  'capital words': (length) => fill(length, (at) => `A${(at % 9973).toString(36).toUpperCase()} `),
  'capital words in a row, ending in an agency': (length) =>
    `${fill(length - 10, 'House Senate Armed Intelligence ')} Committee`,
  initials: (length) => fill(length, 'U.S. J. R. '),
  'full stops': (length) => `ZTE ${fill(length - 4, '.')}`,
  'marks that end': (length) => `ZTE ${fill(length - 4, '.")')}`,
  ellipses: (length) => fill(length, 'ZTE… '),
  commas: (length) => `The FBI, ${fill(length - 20, ', ')}banned ZTE`,
  dashes: (length) => `The FBI ${fill(length - 20, '— ')}banned ZTE`,
  hyphens: (length) => fill(length, 'ZTE-'),
  apostrophes: (length) => fill(length, 'ZTE’s’'),
  slashes: (length) => fill(length, '/ZTE'),
  dots: (length) => fill(length, 'huawei.zte.'),
  'at signs': (length) => fill(length, '@ZTE'),
  'an endless address': (length) => `https://${fill(length - 8, 'zte.com/huawei/')}`,
  'an endless address of letters': (length) => `ZTE www.${fill(length - 8, 'a')}`,
  'an endless e-mail address': (length) => `ZTE ${fill(length - 9, 'a.')}@zte`,
  'addresses that begin for ever': (length) => `ZTE ${fill(length - 4, 'http://')}`,
  underscores: (length) => fill(length, 'huawei_'),
  camels: (length) => fill(length, 'huaweiZte'),
  digits: (length) => `ZTE ${fill(length - 4, '0123456789')}`,
  amounts: (length) => fill(length, 'ZTE was fined $1.19 billion by the FBI, '),
  and: (length) => `the FBI ${fill(length - 20, 'and ')}banned ZTE`,
  the: (length) => `${fill(length - 20, 'the ')}FBI banned ZTE`,
  of: (length) => `Department ${fill(length - 30, 'of ')}Commerce banned ZTE`,
  'a department for ever': (length) => fill(length, 'Department of Commerce Department of '),
  'committees for ever': (length) => fill(length, 'the House Select Committee on '),
  surnames: (length) =>
    `FBI Director Christopher Wray warned of ZTE. ${fill(length, 'Wray Wray’s Wray, ')}`,
  emoji: (length) => `ZTE ${fill(length - 4, '👨‍👩‍👧‍👦')}`,
  'lone surrogates': (length) => `ZTE ${fill(length - 4, '\ud83d')}`,
  'right to left': (length) => fill(length, 'هواوي \u202eETZ\u202c '),
  'one word': (length) => `ZTE ${fill(length - 4, 'a')}`,
  'one word of Cyrillic letters': (length) => `ZTE ${fill(length - 4, 'ж')}`,
  'ordinary prose': (length) =>
    fill(length, 'The weather was fine and people went out for a walk along the river. '),
}
