import type { Attribution } from '../core/source-index.ts'
import type { Discourse } from './read-speaker.ts'
import { readOutlet } from './read-outlet.ts'
import { isName, readSpeaker } from './read-speaker.ts'

const SAY =
  'said|says|say|told|tells|wrote|writes|testified|explained|explains|stated|states(?= that\\b|:)|announced|announces|added|adds|insisted|insists|argued|argue|argues|believes|believe|think|thinks|asked|noted|notes|acknowledged|confirmed|replied|commented|claimed|claims|alleges|alleged|found|finds|indicated|concluded|concludes|assess|assesses|hit back|emphasised|emphasized|stressed|declared|tweeted|reckons?|reckoned|pointed out|points out|stresses|emphasises|emphasizes|continued|continues|recalled|recalls|remarked|remarks|maintained|maintains|went on to say|goes on to say|conceded|conceded|admitted|admits|revealed|predicted|predicts|countered|suggested|suggests'
const HELP = '(?:(?:also|has|have|had|later|now|recently|always|repeatedly|then|today|since) )*'
const NAME = '((?:[^,“”":]|, (?:Jr|Sr)\\.){1,120}?)'
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
/** "told hospitals to stop" is an order. */
const TOLD_TO = "(?:told|tells) (?:[\\w’'-]+ ){1,4}to [a-z]+\\b"
/** What may follow "said" where it closes a sentence. */
const CLOSE = `(?: (?:in|on|at|to|by|during|before|from|last|this|earlier|yesterday|today|late|${WEEKDAY}|(?:the )?[A-Z])(?:[^,“”".]|\\.(?! |$)){0,60})?(?:,[^“”"]{0,60})?[.?!]?$`
/** `“…,” SPEAKER said`: the words after a closing quotation mark. */
const AFTER_QUOTE = new RegExp(`[”"],? ${NAME} ${HELP}(?:${SAY})\\b`)
const INVERTED =
  /[”"],? (?:so|\p{Ll}{2,}(?:ed|s)|said|wrote) ((?:\p{Lu}|an? |the )[^,“”".;]{1,90})/u
/** `“…,” Hale went on.`: after the comma of a quotation any verb is one of saying. */
const OPEN_AFTER_QUOTE = /[,!?][”"] ((?:[\p{L}.’'-]+ ){1,6}?)(?:\p{Ll}{3,}(?:ed|s)|went on)\b/u
/** `Dvorak: “…”`, on its own or after a sentence. */
const COLON_NAME = /(?:^|[.!?] )(\p{Lu}[^“”":.,]{1,50}): ["“]/u
/** `…, its director told delegates in Leeds.`: to whom it was told stands before the end. */
const TRAILING_TOLD =
  /, ([^,“”":]{2,80}?) (?:has |had |also )?(?:told|tells) (?!.* that\b)[^,“”":.]{2,90}\.?$/
/** `But as Li Jun pointed out on Twitter, …` */
const AS_SAID = new RegExp(
  `^(?:(?:And|But|Yet) )?[Aa]s ([^,“”":]{2,80}?) ${HELP}(?:${SAY})\\b[^,]{0,40},`,
)
/** `The embassy accused them of hysteria in a statement.` */
const IN_STATEMENT =
  /^([^“”":]{2,80}?) (?:has |had )?\p{Ll}+ed\b.* in an? (?:\p{Ll}+ )?(?:statement|interview|letter|e-?mail|blog post)\b/u
/** `This was announced by spokeswoman Carla Wiesner on Monday.` */
const PASSIVE =
  /^(?:This|That|It|The (?:decision|news|plan|move|step)) (?:was|is|has been|had been) (?:\w+ly )?(?:announced|said|stated|confirmed|explained|disclosed|revealed|reported|made public) by (?:the )?([^,“”":.]{3,80}?)(?= (?:on|in|at|during|to|this|last|late|early)\b|[,.])/
/** `…, the Journal reported.`: the speaker closes the sentence. */
const TRAILING = new RegExp(`, ${NAME} ${HELP}(?:${SAY}|reported|reports)\\b(?! that\\b)${CLOSE}`)
/** `SPEAKER said that …`, `In a statement, SPEAKER said: …`: the speaker opens it. */
const LEADING = new RegExp(
  `^([^“”":]{2,220}?) ${HELP}(?<!\\b(?:who|which) )(?!${TOLD_TO})(?:${SAY})\\b(?! by)`,
)
/** `SPEAKER warned operators …, saying that …`: how the speaker said it comes last. */
const SAYING =
  /^([^“”":]{2,120}?) (?:(?:also|has|have|had|recently) )*(?:warned|accused|slammed|criticised|criticized|rejected|dismissed|defended|hit back|responded|complained)\b.*, (?:saying|stating|adding|arguing|claiming)\b/
/** `A Huawei rep was blunt: “…”`: a colon does for "said". */
const COLON_QUOTE =
  /^([^“”":]{3,100}?) (?:was|is|were|had|has|put|offered|sounded|remained|went)\b[^“”":]{0,60}: ["“]/
/** `…, with a Huawei spokesperson telling CNBC: “…”` */
const TELLING = /, with ([^,“”":]{3,60}?) (?:telling|saying)\b/
/** `Spokesman Jeremy Collins denied that …`: counts only for a person, a body's denial is its act. */
const PERSON_ACTS =
  /^([^“”":]{3,120}?) (?:(?:also|has|have|had) )*(?:denied|denies|rejected|rejects|dismissed|dismisses|defended|promised|warned|called|urged|slammed|blasted|attacked|welcomed|praised|backed|questioned|criticised|criticized|condemned|expressed|voiced|demanded|accused|cautioned|described|protested|complained)\b/
/** `The commissioner described it as “fair”`: where a person's words follow, any verb is one of saying. */
const QUOTES = /^([^“”":]{3,80}?) (?:(?:has|had|also) )*\p{Ll}{3,}(?:ed|s)\b[^“”":.]{0,60}["“]/u
/** What may stand before the speaker: "But", "In a statement,", "Despite the ban,", "On Friday". */
const ADVERBIAL = new RegExp(
  `^(?:(?:Update|Correction|Editor’s note): )?(?:(?:And|But) )?(?:Last (?:week|month|year) (?=the |[A-Z])|(?:In|On|At|By|Commenting|Speaking|Reacting|Responding|Writing|Asked|Yesterday|Today|Earlier|Last|Despite|Citing|As|While|Although|Since|Following|After|Before|With|Under|Separately|Meanwhile|However|in|on|at|earlier|last)\\b[^,“”":]{0,120}, |(?:Yesterday|Today|On ${WEEKDAY}) (?=(?:the )?[A-Z]))?(?:(?:And|But) )?`,
)
/** Whose words a sentence holds by its own verbs of saying. */
export function bySpeech(masked: string, discourse: Discourse): Attribution | undefined {
  const opened = masked.replace(ADVERBIAL, '')
  // A sentence's end says most surely whose it is: "X says Y, the Journal reported" is the Journal's.
  const candidates = [AFTER_QUOTE, INVERTED, OPEN_AFTER_QUOTE, TRAILING, TRAILING_TOLD].map(
    (pattern) => pattern.exec(masked)?.[1],
  )
  const leading = [
    AS_SAID,
    PASSIVE,
    TELLING,
    LEADING,
    SAYING,
    COLON_QUOTE,
    COLON_NAME,
    IN_STATEMENT,
  ].map((one) => one.exec(opened)?.[1])
  for (const words of [...candidates, ...leading.flatMap((one) => subjects(one))]) {
    if (words === undefined) continue
    const outlet = readOutlet(words, discourse)
    if (outlet) return { speaker: outlet, standing: 'reported-by-other' }
    const speaker = readSpeaker(words, discourse)
    if (speaker) return TESTIMONY.test(masked) ? onRecord(speaker) : speaker
  }
  const actor = subjects((PERSON_ACTS.exec(opened) ?? QUOTES.exec(opened))?.[1])[0]
  const person = actor === undefined ? undefined : readSpeaker(actor, discourse)
  return discourse.people.some(({ name }) => name === person?.speaker) ? person : undefined
}

/**
 * What of the words before "said" may be its subject: all, the words before a relative clause, or
 * those after the last "and" of an earlier clause.
 */
function subjects(words: string | undefined): string[] {
  if (words === undefined) return []
  const head = words.replace(/, (?:which|who|whose|citing|based|asked|speaking|an?|the|in) .*$/, '')
  const acted = /^((?:The |An? )?[^,]{2,40}?) \w+ed\b.* and$/.exec(words)?.[1] ?? words
  const last = words.replace(/^.*, (?:and|but|while|as|though|because) /, '')
  const afterIn = words.replace(/^(?:In|On|At|By|Since) [^,]{2,30} (?=(?:he|she|it|they)$)/, '')
  return [...new Set([acted, words, head, last, afterIn])].filter(isName)
}

/** What officials say before a legislature is said in public, whether or not a text names them. */
const TESTIMONY = /\btestif\w+|\btestimony\b|\btold (?:a|the) [\w. ]{0,30}\bcommittee\b/i

function onRecord(speaker: Attribution): Attribution {
  return speaker.standing === 'anonymous' ? { ...speaker, standing: 'on-record' } : speaker
}
