import type { ActionMention } from '../core/mention.ts'
import type { EntityId } from '../core/source-index.ts'
import type { ReadPassage } from './read-passages.ts'

const CHINA = /\bChin(?:a|ese)\b/
const TRADE =
  /\b(?:telecom\w*|5G|networks?|phones?|smartphones?|technolog\w+|supply chain|equipment|devices?|espionage|spy)\b/i
const FIRM =
  /\b(?:maker|company|firm|vendor|manufacturer|carrier|operator|giant|supplier) ([A-Z][\w&-]+)/

/**
 * Whom an action concerns: the companies of its passage; else a firm named beside it, the Chinese
 * telecom trade, or what the detector knows from the rest of the text. Empty: another matter.
 */
export function claimTargets(
  text: string,
  companies: EntityId[],
  mentions: ActionMention[],
): string[] {
  if (companies.length > 0) return companies
  const firm = FIRM.exec(text)?.[1]
  if (firm) return [firm]
  if (concernsChineseTrade(text)) return ['chinese-telecom']
  const known = mentions.flatMap(({ target }) => {
    if (target === 'both') return ['huawei', 'zte']
    return target === 'other' ? [] : [target]
  })
  return [...new Set(known)].sort()
}

/** "5G suppliers" may mean a company that the next sentence of the paragraph names. */
const SUPPLIERS =
  /\b(?:5G|telecoms?|network|foreign|high-risk) (?:equipment )?(?:suppliers?|vendors?|makers?)\b/i

/** The companies that the next passage names, where this one speaks of suppliers at large. */
export function targetsAround(read: ReadPassage, next: ReadPassage | undefined): EntityId[] {
  return next && SUPPLIERS.test(read.passage.text) ? next.passage.companies : []
}

/** Whether a text is about Chinese technology without naming a company of ours. */
export function concernsChineseTrade(text: string): boolean {
  return CHINA.test(text) && TRADE.test(text)
}
