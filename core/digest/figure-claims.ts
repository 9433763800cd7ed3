/**
 * Of what a sentence says its figures. A figure is compared only where the words around it bind it to
 * the act itself: a difference that is none would mislead, one that is missed only is not shown. So
 * these are the ways in which writers state a penalty, the length of a bar or the date of an act;
 * every other figure is taken to be about something else.
 */
import type { Span } from '../source-index.ts'

const BOUND_WORDS =
  '(?:more than|less than|over|under|up to|at least|about|around|roughly|nearly|almost|some|approximately|close to|just over|just under|an estimated|as much as)'
const PENALTY =
  '(?:fines?|penalt(?:y|ies)|settlements?|forfeitures?|sanctions?|criminal|civil|record|combined|total|sum|all|hefty|huge|whopping|monetary)'
const LINK = `(?:a|an|the|in|of|and|its|${BOUND_WORDS}|${PENALTY})`
const COMPANY = '(?:the )?(?:Chinese )?(?:company|firm|maker|group|giant|it|them|both|each)'

/** What stands before an amount that somebody has to pay: up to the amount itself. */
const PAID = new RegExp(`\\b(?:to pay|pays|paid|paying|have to pay)(?: [Bb]ack)?(?: ${LINK})*$`)
const FINED = new RegExp(
  `\\b(?:fined|penali[sz]ed|hit|slapped)\\b([^,;:.]{0,40}?)(?: with)?(?: ${LINK})*$`,
)
const SETTLED = new RegExp(`\\bsettl(?:e|ed|es|ing)\\b[^,;:.]{0,50}? for(?: ${LINK})*$`)
const PENALTY_OF = new RegExp(
  `\\b(?:fines?|penalt(?:y|ies)|settlements?)(?: of| worth| totall?ing| amounting to| in the amount of)(?: ${LINK})*$`,
)
/** What makes the words after an amount name it a penalty: `$5 million civil penalty`, `in fines`. */
const AS_PENALTY = new RegExp(
  `^[- ](?:in )?(?:(?:civil|criminal|and|record|combined|export|sanctions|US|U\\.S\\.) )*(?:fines?|penalt(?:y|ies)|settlement|forfeiture)\\b`,
)
/** Whom or what one pays for that is no penalty: lobbyists, a year's work, shares. */
const PAID_ELSEWHERE =
  /^\s*(?:to (?!(?:the )?(?:US|U\.S\.|American|federal|government|authorities|regulators|Treasury|Washington|Commerce|Justice|Bureau|BIS|Department|settle|resolve|end|close)\b)|per\b|an?\b|each\b|apiece|annually|yearly|in (?!(?:the |total|all|civil|criminal|combined)?\s*(?:fines?|penalt|settlement|January|February|March|April|May|June|July|August|September|October|November|December|\d{4}))|for (?!(?:[a-z]+ing\b|its\b|the (?:breach|violation)|breach|violat|illegal|evad|export|deals?\b|trad))|worth\b|of (?:goods|chips|equipment)|(?:dividend|bonus|salary|deposit|bribe|tax|lawsuit|price|contract|deal)\b)/
/** What is not said to have been, or not of this one payment. */
const NOT_SO =
  /\b(?:not|never|no|without|could|may|might|would|if|unless|fac(?:e|es|ed|ing)|sought|seek(?:s|ing)?|demand\w*|propos\w+|threat\w*|risk\w*|avoid\w*|instead of|rather than|unlike|expect\w*|ask(?:s|ed)? for|another|further|additional|extra|also|part of|including|remaining|suspended|initial|instal\w+|escrow|deposit|reduced|cut)\b|n[’']t\b/i
/** Said of the amount itself, behind it. */
const ONLY_PART =
  /^[^.;]{0,60}\b(?:of which|suspended|in escrow|instal\w+|on top|more\b|as (?:a )?part|each|reduced|later|originally)/i

/**
 * Whether an amount is the penalty that the sentence tells of. `names`: how the company is called
 * whose penalty it is; anybody else's is another matter.
 */
export function isPenalty(sentence: string, { start, end }: Span, names: string[]): boolean {
  const before = clauseBefore(sentence, start)
  const after = sentence.slice(end)
  if (NOT_SO.test(before) || ONLY_PART.test(after)) return false
  const fined = FINED.exec(before)
  if (fined && !isTheirs(fined[1] ?? '', names)) return false
  const act = PAID.exec(before) ?? SETTLED.exec(before)
  if (act && !isTheirAct(before.slice(0, act.index).trimEnd(), names)) return false
  if (AS_PENALTY.test(after) || PENALTY_OF.test(before)) return isForThem(before, after, names)
  return Boolean(fined ?? act) && !PAID_ELSEWHERE.test(after)
}

/** Characters on either side in which such a word counts. */
const REACH = 90
const PENAL = /\b(?:fine[ds]?|penalt|pay(?:s|ing|ment)?|paid|settle|sum\b|forfeit|punish|hit with)/i

/**
 * Whether an amount in an event's own evidence may be its penalty. Generous: whatever the sources may
 * be read to give is no difference.
 */
export function mayBePenalty(text: string, { start, end }: Span): boolean {
  return PENAL.test(text.slice(Math.max(0, start - REACH), end + REACH))
}

/** Somebody is paid, or somebody else pays. */
function isTheirAct(before: string, names: string[]): boolean {
  return !/\b(?:was|were|been|being|be|gets?|got)$/.test(before) && !isAnother(before, names)
}

/** A clause goes back to the last stop that parts it from another matter. */
function clauseBefore(sentence: string, end: number): string {
  const text = sentence.slice(0, end)
  const at = Math.max(text.lastIndexOf('; '), text.lastIndexOf(': '), text.lastIndexOf(' but '))
  return text.slice(at + 1).trimEnd()
}

/** Between “fined” and the amount stands whom: the company, a word for it, or nobody. */
function isTheirs(words: string, names: string[]): boolean {
  const whom = words.trim()
  return whom === '' || new RegExp(`^${COMPANY}$`).test(whom) || hasName(whom, names)
}

/** “Google’s $5 billion fine”, “a fine of $5 billion on Google”. */
function isForThem(before: string, after: string, names: string[]): boolean {
  const owner = /(\p{Lu}[\p{L}.&-]*)[’']s?(?: \p{Ll}+){0,3}$/u.exec(before)?.[1]
  const whom = /\b(?:on|for|against|by) (\p{Lu}[\p{L}.&-]*)/u.exec(after.slice(0, 60))?.[1]
  const isKnown = (name: string) => hasName(name, names) || /^(?:US|U\.S\.)$/.test(name)
  return (owner === undefined || isKnown(owner)) && (whom === undefined || isKnown(whom))
}

/** Whether the subject right before the verb is a name, and not the company's. */
function isAnother(before: string, names: string[]): boolean {
  const subject =
    /(\p{Lu}[\p{L}.&-]*)(?:,? (?:which|who|that))?(?: (?:has|had|have|later|agreed|then|once|ultimately|eventually|itself))*$/u.exec(
      before,
    )?.[1]
  return subject !== undefined && !hasName(subject, names) && !/^(?:It|They|He)$/.test(subject)
}

function hasName(words: string, names: string[]): boolean {
  return names.some((name) => name.includes(words.trim()) || words.includes(name))
}

const BAR =
  '(?:bans?|banned|bar|barred|barring|den(?:y|ied|ial)|block(?:s|ed)?|prohibit\\w*|exclu\\w+|suspend\\w*|suspension|probation\\w*|restrict\\w*|privileges|blacklist\\w*)'
/** A length of time is an order's where the two stand together: "banned for seven years". */
const BARRED_FOR = new RegExp(
  `\\b${BAR}\\b[^,;.]{0,50}\\b(?:for|of|to|lasting)(?:\\s+an?)?(?:\\s+${BOUND_WORDS})?(?:\\s+an?)?$`,
  'i',
)
const BARRING_AFTER = new RegExp(
  `^[ -](?:(?!(?:to|of|in|on|by|after|before|since|from|against|the|an?|and|when|until)\\b)\\w+[ -]){0,3}${BAR}\\b`,
  'i',
)
/** A bar that is shortened, lengthened or compared has more than one length. */
const CHANGED =
  /\b(?:extend\w*|renew\w*|shorten\w*|short of|another|further|additional|more years|already|first|remaining|last(?:ed)?|temporar\w+|waiv\w+|repriev\w+|review\w*)\b/i

/** Whether a length of time is said of the bar that the sentence tells of. */
export function isBarLength(sentence: string, { start, end }: Span): boolean {
  const before = clauseBefore(sentence, start)
  const near = before.slice(-60) + sentence.slice(start, end + 40)
  if (NOT_SO_LONG.test(before) || CHANGED.test(near)) return false
  return mayBeBarLength(sentence, { start, end })
}

/** The same of an event's own evidence, generously. */
export function mayBeBarLength(text: string, { start, end }: Span): boolean {
  return BARRED_FOR.test(clauseBefore(text, start)) || BARRING_AFTER.test(text.slice(end))
}

const NOT_SO_LONG =
  /\b(?:not|never|could|may|might|would|if|unless|fac(?:e|es|ed|ing)|sought|propos\w+|threat\w*|instead of|rather than|unlike|expect\w*)\b|n[’']t\b/i

const IN = '(?:in|on)(?: (?:early|late|mid|mid-|the (?:spring|summer|autumn|fall|winter) of))?'
const DAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?'
const WEEKDAY = /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, $/
const DATE_AFTER_IN = new RegExp(`(?:^|[ (])${IN} ${DAY}$`, 'i')
const DATE_FIRST = new RegExp(`^[“"‘']?(?:Back |It was )?${IN} ${DAY}$`, 'i')
/** Words that begin another matter than the act, or a telling of it. */
const OTHER_MATTER =
  /[,;:–—()]|\b(?:that|which|who|whose|when|where|while|after|before|since|until|as|because|said|says|told|tells|reported|wrote|warned of|announced|complained|launched|founded|\p{Ll}+ed|made|sold|built|shown|due|planned|sale|sales|interview|hearing|speech|letter|elections?)\b/u
/** So many words may stand between an act and its date. */
const MOST_WORDS = 9

/**
 * Whether a date is said of an act: `In May 2018 [the Pentagon ordered] …`, `[the Pentagon] in May
 * 2018 [ordered]`, `[the Pentagon ordered] its shops to clear their shelves in May 2018`.
 */
export function isDateOf(sentence: string, act: Span, date: Span): boolean {
  const before = sentence.slice(0, date.start)
  if (date.end <= act.start)
    return DATE_FIRST.test(before) && isShort(sentence.slice(date.end, act.start).replace(/^,/, ''))
  if (!DATE_AFTER_IN.test(before)) return false
  if (date.start < act.end) return isShort(sentence.slice(act.start, date.start))
  return isShort(sentence.slice(act.end, date.start).replace(WEEKDAY, ''))
}

function isShort(words: string): boolean {
  return words.split(/\s+/).length <= MOST_WORDS && !OTHER_MATTER.test(words)
}
