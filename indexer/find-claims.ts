import type { ActionMention } from '../core/mention.ts'
import type { ActionKind, EntityId } from '../core/source-index.ts'
import type { FoundEntity } from './find-entities.ts'
import type { Claim } from './claim.ts'
import type { AgencyKnowledge } from './knowledge.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { ReadPassage } from './read-passages.ts'
import { maskQuotations } from './quotations.ts'
import { claimTargets } from './claim-targets.ts'
import { cueClaims } from './cue-claims.ts'
import { claimBase } from './claim.ts'

const BEFORE_LEGISLATURE =
  /\b(?:told|testimony (?:before|to)|testif(?:ied|y|ies) (?:before|to)|hearing (?:of|before)) (?:a |an |the )?(?:[A-Z][\w.]* ){0,3}(?:Senate|House|Congress|Parliament|[a-z]+ committee|lawmakers|Senators?)\b/
const ALLIES =
  /\ball(?:y|ies|ied)\b|\bcountries\b|\bnations\b|\b(?:other|foreign) governments\b|\bpartners\b/i
const PUTS_BAN = /\b(?:enact|impos|introduc|announc|issu)\w* (?:a|the|an) (?:\w+ )?ban\b/i
/** What makes "the agency believes" a warning: advice, or a danger. */
const ADVICE =
  /\b(?:should|better if|avoid|refrain|risks?|security threat|wary|cannot be (?:ignored|mitigated))\b/i
const SAID = /\b(?:said|says|say|told|believes?|argues?|argued|assess(?:es|ed)?|thinks?)$/i
const BREACHED = /\b(?:breach|violat|evad|circumvent|defy|defi)\w*(?: of)?(?: the)? $/i

/** The claims of a document's passages about the companies or their trade, in order. */
export function findClaims(reads: ReadPassage[], knowledge: AgencyKnowledge): Claim[] {
  const claims: Claim[] = []
  for (const read of reads) {
    // A reader's comment is never evidence.
    if (read.passage.section !== 'body') continue
    const told = mentionClaims(read, knowledge)
    claims.push(...told, ...cueClaims(read, told, claims, knowledge))
  }
  return claims
}

function mentionClaims(read: ReadPassage, knowledge: AgencyKnowledge): Claim[] {
  const acts = read.mentions.filter((mention) => isAct(mention, read, knowledge.hierarchy))
  const urges = acts.some(({ action }) => action === 'urge-allies')
  const groups = Map.groupBy(acts, (mention) => refineAction(mention, read))
  return [...groups].flatMap(([action, mentions]) => {
    // What others are urged to ban is not banned yet.
    if (urges && (action === 'ban' || action === 'restrict') && !groups.has('restrict')) return []
    const targets = claimTargets(read.passage.text, read.passage.companies, mentions)
    if (targets.length === 0) return []
    return [
      {
        ...claimBase(read, action),
        agencies: actingAgencies(action, mentions, read, knowledge),
        targets,
        proposed: mentions.every(({ modality }) => modality === 'proposed'),
        named: true,
      },
    ]
  })
}

/** Whether a mention tells an act: not denied, not merely possible, not the companies' own state. */
function isAct(mention: ActionMention, read: ReadPassage, hierarchy: Hierarchy): boolean {
  const { text, start } = read.passage
  const surface = text.slice(mention.start - start, mention.end - start)
  if (mention.modality === 'negated' || mention.modality === 'possible') return false
  if (
    read.passage.companies.some((id) => hierarchy.country(id) === hierarchy.country(mention.agency))
  ) {
    return false
  }
  if (hierarchy.country(mention.agency) === 'CN') return false
  if (BREACHED.test(text.slice(0, mention.start - start))) return false
  return !SAID.test(surface) || ADVICE.test(text) || BEFORE_LEGISLATURE.test(text)
}

/** The kind of action as its whole sentence tells it. */
function refineAction(mention: ActionMention, read: ReadPassage): ActionKind {
  const { text, start } = read.passage
  const { action } = mention
  const said = SAID.test(text.slice(mention.start - start, mention.end - start))
  if ((action === 'warn' || action === 'report') && BEFORE_LEGISLATURE.test(text)) return 'testify'
  if (action === 'report' && said) return 'warn'
  if (action === 'legislate' && PUTS_BAN.test(text)) return 'ban'
  if (action === 'urge-allies' && !ALLIES.test(maskQuotations(text))) return 'restrict'
  return action
}

/** Who acts: the agencies found acting, and those named in one list with them. */
function actingAgencies(
  action: ActionKind,
  mentions: ActionMention[],
  read: ReadPassage,
  { hierarchy, findAgencies }: AgencyKnowledge,
): EntityId[] {
  const { text, attribution } = read.passage
  const own = mentions.map(({ agency }) => agency)
  const listed = lists(text, findAgencies(text)).filter((list) =>
    list.some((id) => own.includes(id)),
  )
  const all = new Set([...own, ...listed.flat()])
  // Testimony is given to a legislature, by others.
  const givers =
    action === 'testify' ? testifiers(text, all, { hierarchy, findAgencies }) : [...all]
  if (!givers.every(hierarchy.isUmbrella)) return givers.sort()
  const speaking = findAgencies(`${attribution?.role ?? ''} ${attribution?.speaker ?? ''}`)
  const exact = speaking.map(({ entity }) => entity).filter((id) => !hierarchy.isUmbrella(id))
  return [...new Set(exact.length > 0 ? exact : givers)].sort()
}

function testifiers(
  text: string,
  found: Set<EntityId>,
  { hierarchy, findAgencies }: Pick<AgencyKnowledge, 'hierarchy' | 'findAgencies'>,
): EntityId[] {
  const named = new Set([...found, ...findAgencies(text).map(({ entity }) => entity)])
  const givers = [...named].filter(
    (id) => !hierarchy.isLegislature(id) && hierarchy.country(id) !== 'CN',
  )
  return givers.length > 0 ? givers : [...found]
}

const LINK =
  /^(?:\s|,|\(|\)|&|’s|'s|[A-Z]{2,6}\)|\b(?:and|the|of|from|heads?|top|officials|directors|chiefs)\b)*$/

/** Agencies that stand in one enumeration: "the CIA, NSA, FBI and the Defense Intelligence Agency". */
function lists(text: string, found: FoundEntity[]): EntityId[][] {
  const all: EntityId[][] = []
  let end = -1
  for (const one of found) {
    const list = all.at(-1)
    if (list && LINK.test(text.slice(end, one.start))) list.push(one.entity)
    else all.push([one.entity])
    end = one.end
  }
  return all
}
