/** A named person as a text introduces them, with what they are ("FBI Director"). */
export type Person = { name: string; surname: string; role?: string; start: number }

const OFFICE =
  '(?:Director(?: General)?|Secretary|Undersecretary|Minister|Premier|Chancellor|President|Chair(?:man|woman|person)?|Commissioner|Attorney General|Ambassador|Admiral|Senators?|Sens?\\.|Representatives?|Reps?\\.|Congress(?:man|woman)|Governor|Judge|Officer|Chief|Head|Executive|CEO|CTO|(?<=[A-Z]{2,} )(?:chair|commissioner|director|chief|head|secretary|boss)|[Ss]pokes(?:man|woman|person))'
const TITLE = '(?:(?:Maj|Gen|Lt|Col|Capt|Sgt|Adm|Dr|Mr|Mrs|Ms|Prof|Sir|Lord)\\.? )?'
const WORD = "[A-Z][a-zA-Z’'-]+"
const FULL_NAME = `${TITLE}[A-Z][a-z’'-]+(?: [A-Z]\\.)?(?: (?:van|von|de|al|bin|der))?(?: [A-Z][a-zA-Z’'-]+){1,2}(?:,? (?:Jr|Sr)\\.)?`
const OFFICE_OF = ` (?:of|for|at) (?:the )?${WORD}(?: (?:and |of |the )*${WORD}){0,4}`
/** "Texas Representative Mike Conaway", "Secretary of Commerce Wilbur L. Ross, Jr." */
const ROLE_NAME = new RegExp(
  `((?:[A-Z][\\w.’'-]* ){0,4}${OFFICE}(?:${OFFICE_OF}?)?) (${FULL_NAME})(?: and (${FULL_NAME}))?`,
  'g',
)
/** "Dr Ian Levy, Technical Director of the NCSC" */
const NAME_ROLE = new RegExp(
  `(${FULL_NAME}), (?:the )?((?:${WORD} |[a-z]+ ){0,3}${OFFICE}(?:${OFFICE_OF})?)`,
  'g',
)

const NO_PERSON = new RegExp(
  `\\b(?:${OFFICE}|Institute|Department|Agency|Commission|Committee|University|Cent(?:er|re)|Office|Council|Board|Service|Bureau|Association|Union|Company|Security|States)\\b`,
)

/** The people whom a text names together with their office, in order. */
export function findPeople(text: string): Person[] {
  const after = [...text.matchAll(NAME_ROLE)]
  // What follows a name with a comma is that person's office, not another person's.
  const offices = after.map(({ index, 0: words }) => ({ start: index, end: index + words.length }))
  const before = [...text.matchAll(ROLE_NAME)].filter(
    ({ index }) => !offices.some(({ start, end }) => index > start && index < end),
  )
  const people = [
    ...before.flatMap((match) =>
      [match[2], match[3]].flatMap((name) => toPerson(name, match[1], match.index)),
    ),
    ...after.flatMap((match) => toPerson(match[1], match[2], match.index)),
  ]
  const known = new Set<string>()
  return people
    .sort((a, b) => a.start - b.start)
    .filter(({ name }) => !known.has(name) && known.add(name))
}

function toPerson(name: string | undefined, role: string | undefined, start: number): Person[] {
  if (!name || NO_PERSON.test(name)) return []
  const plain = name.replace(/,? (?:Jr|Sr)\.$/, '')
  const surname = plain.split(' ').at(-1) ?? plain
  return [
    {
      name,
      surname,
      start,
      ...(role
        ? { role: role.replace(/^(?:The|the) /, '').replace(/(?<=Senator|Representative)s$/, '') }
        : {}),
    },
  ]
}

/** The last person introduced before `at` whose surname stands in `words`. */
export function personIn(people: Person[], words: string, at: number): Person | undefined {
  const tokens = new Set(words.match(/[\p{L}’'-]+/gu))
  return people.findLast((person) => person.start <= at && tokens.has(person.surname))
}
