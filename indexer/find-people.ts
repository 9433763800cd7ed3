/** A named person as a text introduces them, with what they are ("FBI Director"). */
export type Person = {
  name: string
  surname: string
  role?: string
  start: number
  /** Whose officer they are, where a possessive tells: "Huawei Australia" of "Huawei Australia's chairman", or `its`. */
  employer?: string
}

/** What somebody is, whoever they work for; in a role as in front of a name. */
const OFFICE =
  '(?:(?:[Dd]irector|(?:[Uu]nder)?[Ss]ecretary)(?:[- ][Gg]eneral)?|[Mm]inister|[Pp]remier|[Cc]hancellor|(?:[Vv]ice[- ])?(?:[Pp]resident|[Cc]hair(?:man|woman|person)?)|[Cc]ommissioner|[Aa]ttorney [Gg]eneral|[Aa]ttorney|[Cc]ounsel|[Aa]mbassador|[Aa]dmiral|[Ss]enators?|Sens?\\.|[Rr]epresentatives?|Reps?\\.|[Cc]ongress(?:man|woman)|[Gg]overnor|[Jj]udge|(?:[Cc]hief (?:\\w+ )?)?[Oo]fficer|[Cc]hief [Ee]xecutive|[Cc]hief|[Hh]ead|[Bb]oss|[Ee]xecutive|[Ff]ounder|C[EFTIO]O|MD|[Ll]eader|[Cc]onsultant|[Ee]ngineer|\\p{Ll}{3,}(?:ist|ician)|[Aa]nalyst|[Ee]conomist|[Pp]rofessor|[Rr]esearcher|[Ff]ellow|[Aa]dvis[eo]r|[Ll]awyer|[Mm]anager|[Ll]awmaker|[Ll]egislator|MP|[Ss]pokes(?:man|woman|person))'
const TITLE = '(?:(?:Maj|Gen|Lt|Col|Capt|Sgt|Adm|Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Lord|Lady)\\.? )?'
const CAPITAL = "\\p{Lu}[\\p{L}’'-]+"
const NAME = `${TITLE}\\p{Lu}[\\p{Ll}’'-]+\\p{L}*(?: \\p{Lu}\\.)?(?: (?:van|von|de|al|bin|der))?(?: ${CAPITAL}){1,2}(?:,? (?:Jr|Sr)\\.)?`
const ORGANISATION = `(?:the )?(?:\\p{Lu}[\\p{L}\\p{N}.&’'-]*)(?: (?:(?:and|of|for|the) )*\\p{Lu}[\\p{L}\\p{N}.&’'-]*){0,6}`
const OFFICE_OF = ` (?:of|for|at) ${ORGANISATION}(?: in \\p{Lu}\\p{L}+)?`
/** What may stand before the office: "Texas", "Assistant Commerce", "deputy technical". */
const BEFORE = `(?:(?:\\p{Lu}[\\p{L}\\p{N}.&’'-]*|deputy|general|corporate|government|party|company|ministry|former|acting|assistant|associate|executive|senior|technical|managing|policy|security|chief|vice|national|federal|prime|foreign|interior|defence|defense|communications|digital) ){0,5}`

/** "Texas Representative Mike Conaway", "Secretary of Commerce Wilbur L. Ross, Jr." */
const ROLE_NAME = new RegExp(
  `(?<![\\p{L}])(${BEFORE}${OFFICE}(?:${OFFICE_OF}?)?) (${NAME})(?: and (${NAME}))?`,
  'gu',
)
/** "Dr Ian Levy, Technical Director of the NCSC" */
const NAME_ROLE = new RegExp(
  `(?<![\\p{L}])(${NAME}), (?:the |an? |its |their |his |her )?((?:(?:${CAPITAL}|[a-z-]+) ){0,4}?${OFFICE}(?:${OFFICE_OF})?)(?=[,.;:]| (?:said|told|wrote|and|who)\\b)`,
  'gu',
)
/** "its spectrum director Paul Imrie", "Labor's communications spokesman, Dale Whitmore, said" */
const OWNED_ROLE_NAME = new RegExp(
  `(?<![\\p{L}])(?:([Ii]ts|[Tt]heir)|(${CAPITAL}(?: ${CAPITAL}){0,3}|[Tt]he [\\p{Ll}-]+)[’']s) ((?:(?:${CAPITAL}|[a-z-]+) ){0,4}?${OFFICE}(?:${OFFICE_OF})?),? (${NAME})(?![’']s)`,
  'gu',
)
/** "Its chairman, Sir Malcolm Reyes, said", "An analyst at Redwood Partners, Tom Ilves, said" */
const ROLE_COMMA_NAME = new RegExp(
  `(?<![\\p{L}])(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (${BEFORE}${OFFICE}(?:${OFFICE_OF})?), (${NAME})(?=,)`,
  'gu',
)

const NO_PERSON =
  /\b(?:Institute|Department|Agency|Commission|Committee|University|Cent(?:er|re)|Office|Council|Board|Service|Bureau|Association|Union|Company|Security|States|Ministry|Directorate|Technologies|Huawei|ZTE|Group|House|Street|Day|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)\b/
const OFFICE_ALONE = new RegExp(`(?<![\\p{L}])${OFFICE}(?![\\p{L}])`, 'u')

/** The people whom a text names together with their office, in order. */
export function findPeople(seed: string): Person[] {
  const text = seed.replace(/[\u00a0\u2009\u202f]/g, ' ')
  const after = [...text.matchAll(NAME_ROLE)].filter((match) => isPerson(match[1]))
  const commas = [...text.matchAll(ROLE_COMMA_NAME)].filter((match) => isPerson(match[2]))
  // What follows a name with a comma is that person's office, not another person's.
  const owned = [...text.matchAll(OWNED_ROLE_NAME)].filter((match) => isPerson(match[4]))
  const taken = [...after, ...commas, ...owned].map(({ index, 0: words }) => [
    index,
    index + words.length,
  ])
  const before = [...text.matchAll(ROLE_NAME)].filter(
    ({ index }) => !taken.some(([start = 0, end = 0]) => index > start && index < end),
  )
  const people = [
    ...before.flatMap(({ index, 1: role, 2: one, 3: other }) =>
      [one, other].flatMap((name) => toPerson(name, role, index)),
    ),
    ...after.flatMap(({ index, 1: name, 2: role }) => toPerson(name, role, index)),
    ...owned.flatMap(({ index, 1: its, 2: employer = its && 'its', 3: role, 4: name }) =>
      toPerson(name, role, index).map((one) => (employer ? { ...one, employer } : one)),
    ),
    ...commas.flatMap(({ index, 1: role, 2: name }) => toPerson(name, role, index)),
  ]
  const known = new Set<string>()
  return people
    .sort((a, b) => a.start - b.start)
    .filter(({ name }) => !known.has(name) && known.add(name))
}

function isPerson(name: string | undefined): name is string {
  return name !== undefined && !NO_PERSON.test(name) && !OFFICE_ALONE.test(name)
}

function toPerson(name: string | undefined, role: string | undefined, start: number): Person[] {
  if (!isPerson(name)) return []
  const plain = name.replace(/,? (?:Jr|Sr)\.$/, '')
  const surname = plain.split(' ').at(-1) ?? plain
  return [{ name, surname, start, ...(role ? { role: cleanRole(role) } : {}) }]
}

/** "the Senators" of two people is "Senator" of each. */
function cleanRole(role: string): string {
  return role
    .replace(/^(?:(?:The|An?|Its|Then|But|And|As|In|When|While|Said) )+/i, '')
    .replace(/(?<=Sen|Rep)s\.$/, '.')
    .replace(/(?<=[Ss]enator|[Rr]epresentative)s$/, '')
}

/** The last person introduced before `at` whose surname stands in `words`. */
export function personIn(people: Person[], words: string, at: number): Person | undefined {
  const tokens = new Set(words.match(/[\p{L}’'-]+/gu))
  const known = people.filter((person) => person.start <= at)
  const bySurname = known.findLast((person) => tokens.has(person.surname))
  // Where the family name comes first, "Li" is Li Jun.
  return bySurname ?? known.findLast(({ name }) => name.split(' ')[0] === words.trim())
}
