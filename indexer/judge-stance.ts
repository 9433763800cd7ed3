import type { Attribution, Stance } from '../core/source-index.ts'
import { maskQuotations } from './quotations.ts'

const WHO =
  "(?:\\b(?:Huawei|ZTE|compan(?:y|ies)|firms?|vendors?|manufacturers?|it|they|both|its \\w+)\\b(?![’']s?\\b)|\\b(?:Huawei|ZTE)[’']s (?:\\w+ )?(?:office|unit|arm|branch|subsidiary|lawyers?|management|headquarters)\\b)"
const HELP =
  '(?:(?:has|have|had|also|always|repeatedly|consistently|strongly|firmly|flatly|is|are|was|were|said|it|they|and|both|would) )*'
const VERBS = [
  'den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed)?|refut(?:es|ed)|rebut(?:s|ted)',
  'disput(?:es|ed)|insist(?:s|ed)?|hit(?:ting)? (?:back|out)|defend(?:s|ed)? (?:itself|its|themselves)',
  'respond(?:s|ed) (?:to|that|by|with)|welcom(?:es|ed)|regret(?:s|ted)|protest(?:s|ed)',
  'condemn(?:s|ed)|critici[sz](?:es|ed)|disappointed|stunned|surprised|appealed|sued',
  'demand(?:s|ed)|challeng(?:es|ed)|complain(?:s|ed)|vow(?:s|ed)',
].join('|')
/** "called the ban baseless", and any name for it in quotation marks. */
const NAMING =
  '(?:called|described|labell?ed|branded|termed) [^."“]{0,60}(?:["“]|\\b(?:baseless|unfounded|groundless|false|untrue|absurd|ridiculous|unfair|discriminatory|wrong|unjustified|unlawful|illegal|unconstitutional|arbitrary|harsh|mistaken|politically motivated)\\b)'
/** A company answering, in words that only an answer has, with the company as who answers. */
const ANSWER = new RegExp(
  `${WHO}(?:[^.;:“”"]{0,40}?[ ,])??${HELP}(?:(?:${VERBS})\\b|${NAMING}|(?:it|they) (?:was|is|were|are) ["“])`,
  'i',
)
/** "Asked about the list, Huawei referred to …" */
const ASKED =
  /^Asked (?:about|whether|if|for)\b[^.“”"]{0,80}, (?:Huawei|ZTE|the (?:company|firm|vendor))\b/
const CLAIM =
  /\b(?:spy(?:ing)?|spied|espionage|backdoors?|back doors?|snoop(?:ing)?|surveillance|threats?|risks?|security concerns?|concerns? about|concerned|fears?|wary|linked to|ties to|misled|false statements?|violat(?:ed|ions?)|steal|covertly|vulnerab\w+|cyberattacks?|unacceptable|stolen|not prudent)\b/i

/** What a company's press release says in its dispute, beside who the company is. */
const OWN =
  /\b(?:we|our|us)\b|\b(?:decision|allegations?|accusations?|claims?|ban|order|fine|warning|evidence|unfair|disappoint\w+|regret\w*|den(?:y|ies|ied)|reject\w*)\b/i

/** What a passage that tells no act is in the dispute: `response` where a company answers. */
export function judgeStance(input: {
  text: string
  attribution: Attribution | undefined
  /** The companies' names, to see one as speaker or as subject. */
  speakerIsCompany: boolean
  companyAnswers: boolean
  /** The company is the publisher: a press release also tells what the company is. */
  inOwnName: boolean
}): Stance {
  if (input.speakerIsCompany)
    return !input.inOwnName || OWN.test(input.text) ? 'response' : 'background'
  // What another speaker tells stays his, even where he tells of a denial.
  if (input.companyAnswers && !input.attribution) return 'response'
  return CLAIM.test(input.text) ? 'allegation' : 'background'
}

/** Whether the outlet tells of a company's denial: "both companies have always denied the claims". */
export function tellsAnswer(text: string, hasCompany: boolean): boolean {
  return hasCompany && (ASKED.test(text) || ANSWER.test(maskQuotations(text)))
}
