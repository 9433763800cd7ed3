import type { IndexLookup } from '../card/card-content.ts'
import { splitSentences } from '../detect/sentences.ts'
import type { Entity, EntityId, Passage, PassageId } from '../source-index.ts'
import { saySpeaker } from '../wording.ts'

/** Whom the page names for a quotation, and whom the source names. */
export type OtherSpeaker = { page: string; source: string }

type Surroundings = { before: string; after: string }

const VERBS =
  '(?:said|says|say|told|tells|wrote|writes|stated|states|explained|explains|added|adds|testified|testifies|warned|warns|argued|argues|insisted|insists|noted|notes|replied|replies|claimed|claims|declared|commented|announced)'
/** A name with what stands before it: words up to the next mark. */
const PHRASE = "((?:[\\p{L}\\p{N}.'’&-]+[ \\u00a0]){0,9}?[\\p{L}\\p{N}.'’&-]+)"
const NAMES = "((?:[\\p{L}\\p{N}.'’&-]+,?[ \\u00a0]){0,9}[\\p{L}\\p{N}.'’&-]+)"

/** How a sentence names the speaker, the surest way first; the first group is the name. */
const AFTER = [
  new RegExp(`^["”’»\\s,.]*${VERBS}[ \\u00a0]${NAMES}`, 'u'),
  new RegExp(`^["”’»\\s,.]*${PHRASE}[ \\u00a0]${VERBS}\\b`, 'u'),
  new RegExp(`^["”’»\\s,.]*according to ${NAMES}`, 'iu'),
  new RegExp(`^["”’»\\s]*[—–-]+\\s*${NAMES}`, 'u'),
]
const BEFORE = [
  new RegExp(`according to ${NAMES}[,:]?["“«‘\\s]*$`, 'iu'),
  new RegExp(`(?:^|[.!?;]\\s|["”]\\s)${NAMES}[ \\u00a0]${VERBS}\\b[^.!?;“"]*["“«‘\\s]*$`, 'u'),
  new RegExp(`(?:^|[.!?;]\\s)${NAMES}:["“«‘\\s]*$`, 'u'),
]

/** Words that many speakers share: they tell nobody from anybody. */
const SHARED = new Set(
  'the a an of for and in on at to from its his her their our it he she they we who i that this both one another company companies firm spokesperson spokesman spokeswoman spokespeople representative official officials statement director secretary chief executive minister agency department government group report unnamed anonymous source sources senior former technical maj gen lt col capt mr mrs ms dr sir jr sr sen rep told said today later yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
)

/**
 * Compares whom the page names with whom the source names. Answers only what is certain: where the
 * page names nobody, or a name that the source has in any form, there is nothing to say.
 */
export function createSpeakerCheck(
  lookup: IndexLookup,
): (quotation: Surroundings, passage: PassageId) => OtherSpeaker | undefined {
  const entities = lookup.index.entities
  return (quotation, id) => {
    const passage = lookup.passages.get(id)
    const page = readSpeaker(quotation)
    if (!passage || page === undefined) return undefined
    const named = describeSpeaker(page, entities)
    if (named.words.length === 0) return undefined
    const known = describeSpeaker(sourceNames(lookup, passage), entities)
    const isSame =
      named.words.some((word) => known.words.includes(word)) ||
      named.entities.some((one) => known.entities.some((other) => isRelated(lookup, one, other)))
    if (isSame) return undefined
    return { page, source: sourceSpeaker(lookup, passage) }
  }
}

/** The speaker that the text around a quotation names; `undefined` where it names nobody. */
export function readSpeaker({ before, after }: Surroundings): string | undefined {
  const [near, preceding] = [after.slice(0, 160), lastSentence(before.slice(-200))]
  const found = firstGroup(AFTER, near.trimStart()) ?? firstGroup(BEFORE, preceding.trimEnd() + ' ')
  return found?.replace(/[\s,.]+$/, '').replace(/^(?:A|An|The)(?=\s)/, (word) => word.toLowerCase())
}

/** A name in the sentence before is another's, unless that sentence is what introduces it. */
function lastSentence(text: string): string {
  const last = splitSentences(text).findLast(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  )
  return text.slice(last?.start ?? 0)
}

function firstGroup(patterns: RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const name = pattern.exec(text)?.[1]
    if (name !== undefined && /\p{Lu}/u.test(name)) return name
  }
  return undefined
}

type Described = { words: string[]; entities: Entity[] }

function describeSpeaker(text: string, entities: Entity[]): Described {
  const words = (text.match(/[\p{L}\p{N}]+(?:\.[\p{L}]+)*/gu) ?? [])
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.replaceAll('.', '').toLowerCase())
    .filter((word) => word.length > 1 && !SHARED.has(word))
  const named = entities.filter((entity) =>
    [entity.name, ...entity.aliases].some((alias) => holdsWord(text, alias)),
  )
  return { words, entities: named }
}

function holdsWord(text: string, alias: string): boolean {
  const at = text.indexOf(alias)
  if (at < 0) return false
  const isEdge = (char: string | undefined) => !/[\p{L}\p{N}]/u.test(char ?? ' ')
  return isEdge(text[at - 1]) && isEdge(text[at + alias.length])
}

/** The same body, or one a part of the other. */
function isRelated(lookup: IndexLookup, one: Entity, other: Entity): boolean {
  return isWithin(lookup, one, other.id) || isWithin(lookup, other, one.id)
}

function isWithin(lookup: IndexLookup, inner: Entity, outer: EntityId): boolean {
  const seen = new Set<EntityId>()
  for (
    let at: Entity | undefined = inner;
    at && !seen.has(at.id);
    at = at.partOf === undefined ? undefined : lookup.entities.get(at.partOf)
  ) {
    if (at.id === outer) return true
    seen.add(at.id)
  }
  return false
}

/** Everybody who may stand for the words; without an attribution, whoever the passage names. */
function sourceNames(lookup: IndexLookup, passage: Passage): string {
  const { attribution } = passage
  if (!attribution) return `${publisherOf(lookup, passage)} ${passage.text}`
  const { speaker, role = '', via = '' } = attribution
  return [speaker, role, via].join(' ')
}

function sourceSpeaker(lookup: IndexLookup, passage: Passage): string {
  const { attribution } = passage
  return attribution ? saySpeaker(attribution) : publisherOf(lookup, passage)
}

function publisherOf(lookup: IndexLookup, passage: Passage): string {
  return lookup.documents.get(passage.document)?.publisher ?? passage.document
}
