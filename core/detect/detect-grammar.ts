/** The closed word classes of English that clause rules need; lower case. */

const words = (list: string) => new Set(list.split(' '))

export const BE = words('is are was were be been being am s re')
export const HAVE = words('has have had having ve')
export const MODALS = words('may might could can')
export const FUTURE = words('will would shall should must ought going ll')
/** What may be about to happen: "is poised to", "is expected to". */
export const DUE =
  /^(?:set|poised|expected|likely|due|about|ready|going|scheduled|supposed|planning|determined|keen)$/
/** What stands before "n't", split off at the apostrophe. */
export const CONTRACTED = words(
  'hasn haven hadn isn aren wasn weren won wouldn couldn mustn shouldn didn doesn don',
)
export const AUXILIARIES = new Set([
  ...BE,
  ...HAVE,
  ...MODALS,
  ...FUTURE,
  ...words('do does did to not'),
  ...CONTRACTED,
])
export const NEGATIONS = words('not never no neither nor cannot')
export const ADVERBS = words(
  'also again already now since then still yet even soon today yesterday tomorrow here later earlier once twice just ever never not often further long first all both jointly instead thus hence too only previously finally twice back both so far',
)
/** Verbs after which an action is thought of, not done. */
export const TENTATIVE = words(
  'consider considers considered considering mull mulls mulling weigh weighs weighing threaten threatens threatened threatening debate debating discuss discussing thinking',
)
/** Verbs after which an action is planned or put forward. */
export const PROPOSING = words(
  'propose proposes proposed proposing plan plans planned planning intend intends intended seek seeks sought seeking want wants wanted prepare prepares preparing draft drafts drafted drafting',
)
/** Verbs after which it did not happen. */
export const REFUSING = words(
  'refuse refuses refused decline declines declined fail fails failed reject rejects rejected stop stops stopped stopping cease ceases ceased',
)
/** Words that begin a clause or change its subject. */
export const CLAUSE_STARTS = words(
  'that which while because after before if when but although though as than until where whether unless whereas who whose why how he she they we i you it this',
)
export const PRONOUN_SUBJECTS = words('it he she they')
export const PREPOSITIONS = words(
  'of in for on with from at under over by about against into through during between among near via without within toward towards upon amid following regarding including',
)
export const DETERMINERS = words(
  'the a an its his her their this that these those any some another new both all each',
)
/** Nouns that name again what came before. */
export const PRO_NOUNS = words('decision decisions move moves ruling verdict vote')
/** Words that make a reported statement a warning. */
export const RISK_WORDS = words(
  'risk risks threat threats threaten threatens danger dangers dangerous spy spies spying espionage snoop surveillance backdoor backdoors insecure unacceptable security concern concerns concerned beholden compromise military pla communist trust trusted untrustworthy brazen expose exposes undermine undermines unreliable untrusted vulnerabilities interference sabotage mitigate mitigated attentive wary worried worry worries fear fears unsafe detrimental jeopardise jeopardize jeopardised jeopardized hostile coerce coerced leverage',
)
/** Words for the companies or their trade, by which a sentence without names still concerns them. */
export const ANAPHORS =
  /\b(?:the|both|either|neither|two|these|those|its|their|said|such|chinese|chinese-made) (?:two |chinese |telecoms? |tech(?:nology)? |telecommunications? |smartphone |phone ){0,4}(?:compan(?:y|ies)|firms?|giants?|vendors?|suppliers?|makers?|manufacturers?|ban|order|restrictions?|equipment|gear|devices?|products?|phones?|smartphones?|handsets?|hardware|kit|network)\b/i
/** The field itself; beside companies near by, enough for a weak word to concern them. */
export const DOMAIN =
  /\b(?:5G|tele(?:com\w*|cos?)|network(?:s|ing)?|equipment|national security|espionage|backdoors?|carriers?|vendors?|suppliers?|smartphones?|components?|export|operators?|telcos?|ban)\b/i
const MONTH =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday'
/** What may follow "in", "on", "last" in a phrase of time. */
export const TIME_WORDS = words(
  `${MONTH} ${DAYS} week month year years months weeks days day today yesterday morning evening early late mid spring summer autumn fall winter weekend quarter recent ago earlier statement effect practice principle theory turn addition response fact particular`,
)
export const TIME_STARTS = words('in on last this earlier late early since next during at for')
