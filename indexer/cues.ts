import type { ActionKind } from '../core/source-index.ts'
import type { AgencyFinder } from './find-agencies.ts'

/**
 * What a sentence tells without an agency and an action word in one clause: "was hit with a fine",
 * "dropped plans in response to government concerns". `about: 'companies'` needs one of ours;
 * `'trade'` is content with Chinese technology; `'before'` takes what the same agency did before,
 * `'suppliers'` the companies that the next sentence names.
 */
export type Cue = {
  action: ActionKind
  pattern: RegExp
  about: 'companies' | 'trade' | 'before' | 'suppliers'
}

/** In the order in which they are tried. */
export const CUES: Cue[] = [
  {
    action: 'fine',
    about: 'companies',
    pattern:
      /\b(?:hit|slapped|punished|struck|handed)\b[^.]{0,30}\b(?:fine|penalty)\b|\b(?:was|were|been) fined\b|\bagreed to pay \$|\bpa(?:y|ys|id) (?:\S+ ){0,2}?(?:fine|penalty)\b|\bpa(?:y|ys|id) [$£€][^.]{0,20}\bto the [^.]{0,30}(?:government|department|treasury)\b/i,
  },
  {
    action: 'settle',
    about: 'companies',
    pattern:
      /\bsettled\b(?! in\b)|\b(?:implement|honou?r|enforc)\w* (?:the|its|a) settlement\b|\b(?:reached|signed|agreed to) (?:a|the) settlement\b|\bpa(?:y|ys|id) [$£€][^.]{0,30}\bto settle\b|\b(?:pleaded|pled|plead) guilty\b/i,
  },
  {
    action: 'ban',
    about: 'trade',
    pattern:
      /\b(?:will|can) no longer (?:be )?(?:sold|bought|used|sell|buy|use)\b|\b(?:is|are|was|were|been) (?:now )?banned\b|\b(?:prompt|lead|result)\w* (?:to |in )?a ban\b/i,
  },
  {
    action: 'restrict',
    about: 'companies',
    pattern:
      /\b(?:dropped|drop|abandoned|scrapped|cancelled|ended|pulled|back(?:ed)? out)\b[^.]*\b(?:pressure|concerns?|objections?)\b/i,
  },
  {
    action: 'warn',
    about: 'trade',
    pattern: /\b(?:has|have|had) warned\b|\bwarned (?:that|of|about)\b/i,
  },
  { action: 'testify', about: 'before', pattern: /\btestif(?:y|ied|ies)\b|\bin testimony\b/i },
  {
    action: 'report',
    about: 'trade',
    pattern: /\bgovernment report\b[^.]*\b(?:indicat|found|find|said|warn|recommend|conclud)\w*/i,
  },
  {
    action: 'lift',
    about: 'before',
    pattern:
      /\b(?:lift|revok|revers|end|withdr|rescind|suspend|remov)\w* (?:the|its|that) (?:[\w-]+ ){0,2}?(?:ban|order|restrictions?|exclusion|prohibition|objection)\b/i,
  },
  {
    action: 'charge',
    about: 'companies',
    pattern:
      /\b(?:has|have|had|was|were|been|jury|prosecutors) (?:also )?(?:indicted|charged)\b|\b(?:was|were) (?:arrested|detained)\b|\bunsealed (?:an?|the) (?:\S+ )?(?:indictment|charges)\b/i,
  },
  {
    action: 'investigate',
    about: 'companies',
    pattern:
      /\b(?:has|have|had) (?:been )?(?:examin|investigat|prob)(?:ed|ing)\b|\b(?:opened|launched|began) an? (?:\w+ )?(?:investigation|inquiry|probe)\b/i,
  },
  {
    action: 'restrict',
    about: 'suppliers',
    pattern:
      /\b(?:publish|issu|adopt|tighten|impos|agreed on|present|unveil)\w* [^.]{0,40}\b(?:requirements|rules|restrictions|conditions|guidelines|catalogue)\b/i,
  },
  {
    action: 'report',
    about: 'companies',
    pattern: /\b(?:committee|commission|panel|board|lawmakers|MPs)\b[^.“”"]{0,60}\bin a report\b/,
  },
  {
    action: 'restrict',
    about: 'before',
    pattern:
      /\b(?:g[ai]ves?|given|ha(?:s|ve|d)) [^.]{0,40}?\b(?:\d+|\w+) (?:days|weeks|months|years) to (?:do|remove|replace|strip|comply|rip|phase|pull|take)\b/i,
  },
  {
    action: 'evaluate',
    about: 'companies',
    pattern:
      /^It (?:is|was) (?:(?:now|also|still) )?(?:evaluating|reviewing|examining|assessing)\b/,
  },
  {
    action: 'evaluate',
    about: 'before',
    pattern:
      /\b(?:is|are|was|were) (?:evaluating|reviewing|examining|assessing|considering whether)\b/i,
  },
]

/** Verbs that tell an act where their subject is an agency: what the detector did not take for one. */
const VERBS: [ActionKind, string][] = [
  ['ban', 'banned|barred|blocked|excluded|prohibited|outlawed|shut out'],
  ['warn', 'warned|cautioned'],
  ['fine', 'fined'],
  [
    'restrict',
    'told (?:[\\w-]+ ){1,4}to (?:stop|remove|drop|avoid|replace|strip|pull|cease|phase|switch)',
  ],
  ['charge', 'charged|indicted|accused|sued|arrested'],
  ['investigate', 'investigated|examined'],
]
const BETWEEN =
  "(?:[’']s)?(?: (?:has|have|had|also|then|since|recently|today|yesterday|on \\w+|(?:last|this) \\w+|in \\w+(?: \\d{4})?),?)* "

/** The acts whose verb stands right behind an agency's name. */
export function activeCues(text: string, findAgencies: AgencyFinder): Cue[] {
  const found = findAgencies(text)
  return VERBS.flatMap(([action, verbs]) => {
    const pattern = new RegExp(`^${BETWEEN}(?:${verbs})\\b`)
    const subject = found.find(({ end }) => pattern.test(text.slice(end, end + 60)))
    if (!subject) return []
    const own = text.slice(subject.start, subject.end).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return [{ action, about: 'companies' as const, pattern: new RegExp(own) }]
  })
}
