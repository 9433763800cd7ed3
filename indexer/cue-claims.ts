import type { ActionKind, EntityId } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { AgencyKnowledge } from './knowledge.ts'
import type { ReadPassage } from './read-passages.ts'
import { maskQuotations } from './quotations.ts'
import { claimTargets, concernsChineseTrade } from './claim-targets.ts'
import { claimBase } from './claim.ts'

/**
 * What a sentence tells without an agency and an action word in one clause: "was hit with a fine",
 * "dropped plans in response to government concerns". `about: 'companies'` needs one of ours;
 * `'trade'` is content with Chinese technology; `'before'` takes what the same agency did before.
 */
type Cue = { action: ActionKind; pattern: RegExp; about: 'companies' | 'trade' | 'before' }

const CUES: Cue[] = [
  {
    action: 'fine',
    about: 'companies',
    pattern:
      /\b(?:hit|slapped|punished|struck|handed)\b[^.]{0,30}\b(?:fine|penalty)\b|\b(?:was|were|been) fined\b|\bagreed to pay \$|\bpaid (?:a |the )?(?:fine|penalty)\b/i,
  },
  {
    action: 'settle',
    about: 'companies',
    pattern:
      /\bsettled\b(?! in\b)|\b(?:implement|honou?r|enforc)\w* (?:the|its|a) settlement\b|\b(?:reached|signed|agreed to) (?:a|the) settlement\b/i,
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
    action: 'evaluate',
    about: 'before',
    pattern:
      /\b(?:is|are|was|were) (?:evaluating|reviewing|examining|assessing|considering whether)\b/i,
  },
]

/** Claims by cue; none of a kind that the passage's own mentions (`told`) tell already. */
export function cueClaims(
  read: ReadPassage,
  told: Claim[],
  before: Claim[],
  knowledge: AgencyKnowledge,
): Claim[] {
  const { attribution, text: whole } = read.passage
  // In an agency's own words an act is told by the one who did it; in others' it is only spoken of.
  const official = attribution !== undefined && knowledge.findAgencies(speakerOf(read)).length > 0
  const text = official ? whole : maskQuotations(whole)
  const cued = CUES.filter(({ action, pattern }) => pattern.test(text) && !tells(told, action))
  const claims = cued.flatMap((cue) => toClaim(cue, read, before, knowledge))
  return claims.length + told.length > 0 ? claims : documentClaims(read, knowledge)
}

function speakerOf({ passage: { attribution } }: ReadPassage): string {
  return `${attribution?.role ?? ''} ${attribution?.speaker ?? ''}`
}

/** A ban that is told with its agency needs no cue; neither does a fine told as a settlement. */
function tells(told: Claim[], action: ActionKind): boolean {
  const barring = ['ban', 'restrict', 'deny-export']
  return told.some(
    (claim) =>
      claim.action === action || (barring.includes(action) && barring.includes(claim.action)),
  )
}

function toClaim(
  { action, about }: Cue,
  read: ReadPassage,
  before: Claim[],
  knowledge: AgencyKnowledge,
): Claim[] {
  const { text, companies } = read.passage
  const agencies = actors(action, read, knowledge)
  const targets =
    about === 'before' ? targetsBefore(read, agencies, before) : claimTargets(text, companies, [])
  if (targets.length === 0 || (about === 'companies' && companies.length === 0)) return []
  // A fine or a ban on our companies stands without its agency, nothing else does.
  if (agencies.length === 0 && (companies.length === 0 || !ALONE.has(action))) return []
  const named = agencies.length > 0
  return [{ ...claimBase(read, action), agencies, targets, proposed: false, named }]
}

const ALONE = new Set<ActionKind>(['fine', 'settle', 'ban'])

/** Whom the same agencies acted on further up in the document. */
function targetsBefore(read: ReadPassage, agencies: EntityId[], before: Claim[]): string[] {
  const own = before.filter(
    (claim) =>
      claim.read.passage.document === read.passage.document &&
      claim.agencies.some((id) => agencies.includes(id)),
  )
  return [...new Set(own.flatMap((claim) => claim.targets))].sort()
}

/** The agencies that a sentence without an acting one speaks of, the exact before the broad. */
function actors(
  action: ActionKind,
  read: ReadPassage,
  { hierarchy, findAgencies, findCountries }: AgencyKnowledge,
): EntityId[] {
  const { text } = read.passage
  const near = `${text} ${speakerOf(read)}`
  const named = foreign(findAgencies(near), hierarchy).filter(
    (id) => action !== 'testify' || !hierarchy.isLegislature(id),
  )
  const exact = named.filter((id) => !hierarchy.isUmbrella(id))
  if (exact.length > 0) return exact.sort()
  if (named.length > 0) return named.sort()
  return /\bgovernment\b/i.test(text) || /\bsanctions\b/i.test(text)
    ? foreign(findCountries(text), hierarchy)
    : []
}

function foreign(
  found: { entity: EntityId }[],
  hierarchy: AgencyKnowledge['hierarchy'],
): EntityId[] {
  return [...new Set(found.map(({ entity }) => entity))].filter(
    (id) => hierarchy.country(id) !== 'CN',
  )
}

/** An agency's report as the source of a passage: "according to a report by the Commission". */
function documentClaims(read: ReadPassage, knowledge: AgencyKnowledge): Claim[] {
  const { text, attribution, companies } = read.passage
  if (
    attribution?.standing !== 'document' ||
    !/\b(?:report|study|assessment)\b/.test(attribution.speaker)
  )
    return []
  const agencies = foreign(knowledge.findAgencies(attribution.speaker), knowledge.hierarchy)
  if (agencies.length === 0 || (companies.length === 0 && !concernsChineseTrade(text))) return []
  return [
    {
      ...claimBase(read, 'report'),
      agencies: agencies.sort(),
      targets: claimTargets(text, companies, []),
      proposed: false,
      named: true,
    },
  ]
}
