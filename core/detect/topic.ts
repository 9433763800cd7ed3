import type { Span } from '../source-index.ts'

/** What stands before and behind such a phrase where one company is meant: "the Chinese telecom giant". */
const BEFORE_ONE = /\b(?:the|this|that|two|both|these)\s+["\u201c]?$/i
const BEHIND_ONE =
  /^\S*\s*(?:[a-z-]+\s+){0,2}(?:giants?|(?:gear-?)?makers?|compan(?:y|ies)|firms?|group|manufacturers?|behemoth|champion)\b/
const LARGEST = /^China['\u2019]s (?:second[- ])?(?:largest|biggest|leading|flagship|top)\b/i
/** "these high-risk vendors": those just named. */
const POINTING = /\b(?:this|that|these|those|both)\s+["\u201c]?$/i

/** Whether a phrase that `TOPIC` finds stands for a company named elsewhere. */
export function meansCompany(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - REACH), start)
  if (POINTING.test(before)) return true
  const isOne = BEFORE_ONE.test(before)
  return (
    LARGEST.test(text.slice(start, end)) || (isOne && BEHIND_ONE.test(text.slice(end, end + REACH)))
  )
}

/** How far around it to look, in characters; longer than the words above. */
const REACH = 40

/** Chinese telecom equipment without a company's name; global. A function: see `mayHoldTopic`. */
export function topicPattern(): RegExp {
  return /\b(?:Chinese|China['\u2019]s|China[-\u2010\u2011](?:made|based|owned))\s+(?:[a-z-]+\s+){0,3}(?:tele(?:com\w*|phones?)|smart ?phones?|phones?|handsets?|vendors?|suppliers?|equipment|gear|networking|carriers?|tech(?:nology)? (?:compan(?:y|ies)|firms?|giants?)|5G)\b|\b(?:tele(?:com\w*)|5G|network(?:ing)?)\s+(?:[a-z-]+\s+){0,2}(?:equipment|gear|vendors?|suppliers?|kit|technology)\s+(?:made\s+)?(?:from|by|in)\s+(?:Chin(?:a|ese))\b|\bhigh[-\s\u2010\u2011]risk\s+(?:vendors?|suppliers?)\b/gi
}

/**
 * Whether a text holds a word of those of which each such phrase has one: a pattern that takes a tenth of
 * the time to compile. Made when it is asked, as the other is: to make one takes a quiet page 0.06 ms.
 */
export function mayHoldTopic(text: string): boolean {
  return /tele|phone|handset|vendor|supplier|equipment|gear|network|carrier|tech|5G/i.test(text)
}
