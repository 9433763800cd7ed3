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

/** Chinese telecom equipment without a company's name; global. A function: to make one takes a quiet page 0.06 ms. */
export function topicPattern(): RegExp {
  return /\b(?:Chinese|China['\u2019]s|China[-\u2010\u2011](?:made|based|owned))\s+(?:[a-z-]+\s+){0,3}(?:tele(?:com\w*|phones?)|smart ?phones?|phones?|handsets?|vendors?|suppliers?|equipment|gear|networking|carriers?|tech(?:nology)? (?:compan(?:y|ies)|firms?|giants?)|5G)\b|\b(?:tele(?:com\w*)|5G|network(?:ing)?)\s+(?:[a-z-]+\s+){0,2}(?:equipment|gear|vendors?|suppliers?|kit|technology)\s+(?:made\s+)?(?:from|by|in)\s+(?:Chin(?:a|ese))\b|\bhigh[-\s\u2010\u2011]risk\s+(?:vendors?|suppliers?)\b/gi
}

/** So far from the word that it begins or ends with a phrase has its others at most, wrapped lines between them. */
const PHRASE_REACH = 200
/**
 * A phrase is looked for in so much of the text before and behind that word. Shorter texts than 1,000
 * characters V8 asks by an interpreter, whose code for such a pattern takes four times as long to make
 * (`kTierUpForSubjectLengthValue`).
 */
const LONG_REACH = 600

/** Each phrase has one of these. */
const WORDS = [
  'tele',
  'phone',
  'handset',
  'vendor',
  'supplier',
  'equipment',
  'gear',
  'network',
  'carrier',
  'tech',
  '5g',
]

/** Whether such a phrase stands around a place. To make a pattern takes long, so its words are asked for first. */
export function isTopicAt(text: string, at: number): boolean {
  'use eager'
  const near = text.slice(Math.max(0, at - PHRASE_REACH), at + PHRASE_REACH).toLowerCase()
  for (const word of WORDS)
    if (near.includes(word))
      return topicPattern().test(text.slice(Math.max(0, at - LONG_REACH), at + LONG_REACH))
  return false
}
