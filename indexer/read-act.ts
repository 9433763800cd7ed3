import type { ActionMention } from '../core/mention.ts'
import type { ActionKind } from '../core/source-index.ts'
import type { AgencyKnowledge } from './knowledge.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { ReadPassage } from './read-passages.ts'
import { maskQuotations } from './quotations.ts'

const BEFORE_LEGISLATURE =
  /\b(?:told|testimony (?:before|to)|testif(?:ied|y|ies) (?:before|to)|hearing (?:of|before)) (?:a |an |the )?(?:[A-Z][\w.]* ){0,3}(?:Senate|House|Congress|Parliament|(?:[a-z]+ )?committee|lawmakers|Senators?)\b/
const ALLIES =
  /\ball(?:y|ies|ied)\b|\bcountries\b|\bnations\b|\b(?:other|foreign) governments\b|\bpartners\b/i
const PUTS_BAN = /\b(?:enact|impos|introduc|announc|issu)\w* (?:a|the|an) (?:\w+ )?ban\b/i
/** "published stricter requirements": not a report but rules. */
const PUTS_RULES =
  /\b(?:publish|issu|releas|present|unveil)\w* (?:(?:an?|the|its|new|\w+er|draft|tough|strict|updated|security) )*(?:requirements|rules|restrictions|conditions|guidelines)\b/i
const NO_LONGER = /\b(?:will|can|may) no longer (?:be )?(?:sold|bought|used|sell|buy|use)\b/i
/** What makes "the agency believes" a warning: advice, or a danger. */
const ADVICE =
  /\b(?:should|better if|avoid|refrain|risks?|security threat|wary|cannot be (?:ignored|mitigated))\b/i
const SAID = /\b(?:said|says|say|told|believes?|argues?|argued|assess(?:es|ed)?|thinks?)$/i
const LEARNED = /\b(?:discover(?:ed|s)?|learn(?:ed|s|t)?|detect(?:ed|s)?|uncover(?:ed|s)?)$/i
const BREACHED = /\b(?:breach|violat|evad|circumvent|defy|defi)\w*(?: of)?(?: the)? $/i
/** "filed a complaint with a Swedish court": the body is appealed to. */
const FILED_WITH =
  /\b(?:fil|lodg|su|appeal|complain|petition|challeng)\w*\b[^.]{0,40}\b(?:with|before|in|at|to|against) (?:an? |the )?$/i
/** "blocked it on the advice of ASIO": a reason for an act of another. */
const ON_ADVICE =
  /\b(?:on|upon|following|acting on) (?:the )?(?:advice|recommendation) (?:of|from|by) [^.,]*$/i
/** "The investigation was conducted by …": who worked on what was told before. */
const CREDIT =
  /^(?:The|This) (?:case|investigation|inquiry|matter) (?:was|is being) (?:\w+ed|led)\b[^.]* by\b/
/** What somebody thinks that a body should do, it has not done. */
const ADVISED = /\b(?:should|must|ought to|needs? to)\b/i
/** "American calls to ban" are no ban. */
const CALLED_FOR = /\b(?:calls?|pressure|demands?|pleas?|push|appeals?|requests?) (?:to|for) /i
/** Who endorses or opposes a ban has not made it. */
const TAKES_SIDES =
  /\b(?:endors|support|back|welcom|oppos|critici|defend|prais|applaud)\w* (?:the|a|such a) (?:\w+ )?(?:ban|order|decision|move|rules?|bill|fine)$/i
/** "asked allies to stop using": others are to do it. */
const ASKS_ALLIES =
  /\b(?:ask|urg|press|push|lobb|persuad|encourag|tell|told)\w* (?:(?:its|their|other|key|close|European|foreign|some) )*(?:allies|allied|countries|nations|governments|partners)\b/i
/** "would allow ministries to exclude": what is allowed is to forbid. */
const ALLOWS_BAN =
  /\b(?:allow|permit|enabl|let|empower|authori[sz])\w*\b[^.]{0,40}\bto (?:exclude|ban|bar|block|reject|remove|restrict)\b/i
/** "urged Berlin to": a capital for its government. */
const PRESSED =
  /\b(?:urg|press|push|ask|told|tell|lobb|warn)\w* (\p{Lu}\p{L}+) (?:to|not|against|over)\b/u
/** Countries whose sanctions, in news of this field, are those against them. */
const SANCTIONED = new Set(['IR', 'KP', 'SY', 'CU', 'SD'])
const BARRING = new Set<ActionKind>(['ban', 'restrict', 'deny-export', 'designate', 'lift'])
const INTENDED =
  /\b(?:propos\w+|float(?:s|ed|ing)|draft(?:s|ed|ing)?|weigh(?:s|ed|ing)|consider(?:s|ed|ing)|mull(?:s|ed|ing)|wants? to|plans? to|planning to|aims? to|would (?:also )?(?:bar|ban|block|stop|prohibit|forbid|exclude|require|restrict|allow|give))\b/i
const DECIDED =
  /\b(?:decision|decided|ordered|adopted|approved|finali[sz]ed|voted to|signed|rejected|refused|vetoed|turned down|imposed|took effect|has (?:banned|barred|blocked))\b/i
/** How far after an action word its intention may be told, in characters. */
const INTENT_REACH = 60

/** Whether a mention tells an act: not denied, not merely possible, not the companies' own state. */
export function isAct(
  mention: ActionMention,
  read: ReadPassage,
  { hierarchy, findCompanies, findCountries }: AgencyKnowledge,
): boolean {
  const { text, start, companies } = read.passage
  const { action } = mention
  const at = mention.start - start
  const surface = text.slice(at, mention.end - start)
  if (mention.modality === 'negated' || mention.modality === 'possible') return false
  const country = hierarchy.country(mention.agency)
  if (country === 'CN' || companies.some((id) => hierarchy.country(id) === country)) return false
  const before = text.slice(0, at)
  // "Huawei Australia called …" is the company in Australia.
  if (findCompanies(before).some(({ end }) => end === at - 1)) return false
  if (/\b(?:former|ex-)\b/i.test(`${before.slice(-8)}${surface}`)) return false
  if (BREACHED.test(before) || FILED_WITH.test(before) || ADVISED.test(surface)) return false
  if (ON_ADVICE.test(`${before}${surface}`) || CREDIT.test(text)) return false
  if (CALLED_FOR.test(surface) || TAKES_SIDES.test(surface)) return false
  const told = { before, surface }
  if (isOfOtherCountry(told, country, { findCountries, hierarchy })) return false
  if (SANCTIONED.has(country) && /\bsanction/i.test(text)) return false
  if (action === 'legislate' && !mayLegislate(mention, hierarchy)) return false
  if (isOwnQuotation(mention, read, hierarchy)) return false
  // What an agency found out for itself is a reason, not an act.
  if (action === 'report' && LEARNED.test(surface)) return false
  // "asked the regulator to examine": no warning by who asked.
  const plain = SAID.test(surface) || (action === 'warn' && /\bask(?:s|ed)$/i.test(surface))
  return !plain || ADVICE.test(text) || BEFORE_LEGISLATURE.test(text)
}

/** "Canada's Department of Justice" is not the American one. */
function isOfOtherCountry(
  { before, surface }: { before: string; surface: string },
  country: string,
  { findCountries, hierarchy }: Pick<AgencyKnowledge, 'findCountries' | 'hierarchy'>,
): boolean {
  const last = findCountries(before).filter(({ end }) => /^[’']s? $/.test(before.slice(end)))
  const first = findCountries(surface).filter(
    ({ start, end }) => start === 0 && /^[’']s? /.test(surface.slice(end)),
  )
  return [...last, ...first].some(({ entity }) => hierarchy.country(entity) !== country)
}

/** Parliaments, whole governments and their heads make laws; others call for them. */
function mayLegislate({ agency }: ActionMention, hierarchy: Hierarchy): boolean {
  if (hierarchy.isLegislature(agency) || hierarchy.isUmbrella(agency)) return true
  return hierarchy.line(agency).length === 2 && /white-house|congress|parliament/.test(agency)
}

/** Whether a company tells the act in its own quoted words, which is its view of it. */
function isOwnQuotation(
  { start, end }: ActionMention,
  { passage }: ReadPassage,
  hierarchy: Hierarchy,
): boolean {
  const speaksFor = passage.attribution?.speaksFor
  if (speaksFor === undefined || !passage.companies.includes(speaksFor)) return false
  if (hierarchy.country(speaksFor) !== 'CN') return false
  const masked = maskQuotations(passage.text).slice(start - passage.start, end - passage.start)
  return masked.trim() === ''
}

/** The kind of action as its whole sentence tells it. */
export function refineAction(
  mention: ActionMention,
  read: ReadPassage,
  knowledge: AgencyKnowledge,
): ActionKind {
  const { text, start } = read.passage
  const { action } = mention
  const said = SAID.test(text.slice(mention.start - start, mention.end - start))
  if ((action === 'warn' || action === 'report') && BEFORE_LEGISLATURE.test(text)) return 'testify'
  if (action === 'report' && PUTS_RULES.test(text)) return 'restrict'
  if (action === 'report' && said) return 'warn'
  if ((action === 'restrict' || action === 'ban') && ASKS_ALLIES.test(text)) return 'urge-allies'
  if (action === 'lift' && ALLOWS_BAN.test(text)) return 'restrict'
  if (action === 'legislate' && PUTS_BAN.test(text)) return 'ban'
  if (action === 'restrict' && NO_LONGER.test(text)) return 'ban'
  if (action === 'urge-allies' && !namesAllies(mention, text, knowledge)) return 'restrict'
  return action
}

/** Whether other governments are spoken of: who is urged, if not companies at home. */
function namesAllies(
  { agency }: ActionMention,
  text: string,
  { findCountries, findAgencies, hierarchy }: AgencyKnowledge,
): boolean {
  const told = maskQuotations(text)
  if (ALLIES.test(told)) return true
  const seat = PRESSED.exec(told)?.[1]
  const own = [hierarchy.country(agency), 'CN']
  const seated = seat === undefined ? [] : findAgencies(`government in ${seat}`)
  return [...findCountries(told), ...findAgencies(told), ...seated].some(
    ({ entity }) => !own.includes(hierarchy.country(entity)),
  )
}

/** Whether the act is only intended: "floated a rule that would stop", "wants to ban". */
export function isProposed(mention: ActionMention, action: ActionKind, read: ReadPassage): boolean {
  const { text, start } = read.passage
  const from = mention.start - start
  const clause = text.slice(from, mention.end - start + INTENT_REACH).split(/[.;]\s/)[0] ?? ''
  const before = text.slice(Math.max(0, from - INTENT_REACH), from)
  if (DECIDED.test(clause) || /\b(?:decision|order) (?:of|by) (?:the )?$/i.test(before))
    return false
  if (mention.modality === 'proposed') return true
  return BARRING.has(action) && INTENDED.test(clause)
}
