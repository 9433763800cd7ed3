import type { Attribution, Stance } from '../core/source-index.ts'
import { maskQuotations } from './quotations.ts'

/** A company answering, in words that only an answer has. */
const ANSWER =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed)|rebut(?:s|ted)|insist(?:s|ed)?|hit(?:ting)? back|defend(?:s|ed)? (?:itself|its)|respond(?:s|ed) (?:to|that|by))\b/i
const CLAIM =
  /\b(?:spy(?:ing)?|spied|espionage|backdoors?|back doors?|snoop(?:ing)?|surveillance|threats?|risks?|security concerns?|concerns? about|concerned|fears?|wary|linked to|ties to|misled|false statements?|violat(?:ed|ions?)|steal|covertly|vulnerab\w+|cyberattacks?|unacceptable|stolen|not prudent)\b/i

/** What a passage that tells no act is in the dispute: `response` where a company answers. */
export function judgeStance(input: {
  text: string
  attribution: Attribution | undefined
  /** The companies' names, to see one as speaker or as subject. */
  speakerIsCompany: boolean
  companyAnswers: boolean
}): Stance {
  if (input.speakerIsCompany) return 'response'
  // What another speaker tells stays his, even where he tells of a denial.
  if (input.companyAnswers && !input.attribution) return 'response'
  return CLAIM.test(input.text) ? 'allegation' : 'background'
}

/** Whether the outlet tells of a company's denial: "both companies have always denied the claims". */
export function tellsAnswer(text: string, hasCompany: boolean): boolean {
  return hasCompany && ANSWER.test(maskQuotations(text))
}
