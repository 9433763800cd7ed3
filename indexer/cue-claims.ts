import type { ActionKind, EntityId } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { Cue } from './cues.ts'
import type { AgencyKnowledge } from './knowledge.ts'
import type { FoundEntity } from './find-entities.ts'
import type { ReadPassage } from './read-passages.ts'
import { activeCues, CUES } from './cues.ts'
import { maskQuotations } from './quotations.ts'
import { claimDate } from './claim-date.ts'
import { claimTargets, concernsChineseTrade, targetsAround } from './claim-targets.ts'
import { claimBase } from './claim.ts'

/** What stands around a passage: its claims by mention, those further up, and what follows. */
type Around = { told: Claim[]; before: Claim[]; next: ReadPassage | undefined }

/** Claims by cue; none of a kind that the passage's own mentions (`told`) tell already. */
export function cueClaims(read: ReadPassage, around: Around, knowledge: AgencyKnowledge): Claim[] {
  const { told } = around
  const { attribution, text: whole } = read.passage
  // In an agency's own words an act is told by the one who did it; in others' it is only spoken of.
  const official = attribution !== undefined && knowledge.findAgencies(speakerOf(read)).length > 0
  const text = official ? whole : maskQuotations(whole)
  const cued = CUES.filter(({ action, pattern }) => pattern.test(text) && !tells(told, action))
  const active = activeCues(text, knowledge.findAgencies).filter(
    ({ action }) => !tells(told, action),
  )
  const claims = [...cued, ...active].flatMap((cue) => toClaim(cue, read, around, knowledge))
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
  { action, about, pattern }: Cue,
  read: ReadPassage,
  around: Around,
  knowledge: AgencyKnowledge,
): Claim[] {
  const { text, companies } = read.passage
  const agencies = actors(action, read, knowledge)
  const targets = cueTargets(about, read, agencies, around)
  if (targets.length === 0 || (about === 'companies' && companies.length === 0)) return []
  // A fine or a ban on our companies stands without its agency, nothing else does.
  if (agencies.length === 0 && (companies.length === 0 || !ALONE.has(action))) return []
  const named = agencies.length > 0
  const at = text.search(pattern)
  const date = claimDate(read, at < 0 ? undefined : { start: at, end: at })
  return [{ ...claimBase(read, action, date), agencies, targets, proposed: false, named }]
}

function cueTargets(
  about: Cue['about'],
  read: ReadPassage,
  agencies: EntityId[],
  { before, next }: Around,
): string[] {
  if (about === 'before') return targetsBefore(read, agencies, before)
  if (about === 'suppliers') return targetsAround(read, next)
  return claimTargets(read.passage.text, read.passage.companies, [])
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
  const meant = foreign(
    read.passage.agencies.map((entity) => ({ entity })),
    hierarchy,
  ).filter((id) => !hierarchy.isUmbrella(id))
  if (meant.length > 0 && action !== 'testify') return meant
  const home = /\b(?:parliamentary|congressional) (?:committee|panel)\b/i.test(text)
    ? findCountries(text).flatMap(({ entity }) => hierarchy.parliament(entity) ?? [])
    : []
  if (home.length > 0) return home.slice(0, 1)
  return foreign(governmentsIn(text, findCountries(text)), hierarchy)
}

/** Countries that stand for their governments: "US trade sanctions", "the US government's concerns". */
function governmentsIn(text: string, countries: FoundEntity[]): FoundEntity[] {
  const acting = countries.filter(
    ({ start, end }) =>
      GOVERNS.test(text.slice(end, end + 40)) || ON_BEHALF.test(text.slice(0, start)),
  )
  if (acting.length > 0) return acting
  const sole = new Set(countries.map(({ entity }) => entity)).size <= 2
  return sole && /\bgovernment\b/i.test(text) ? countries : []
}

/** "arrested at the request of the United States" */
const ON_BEHALF = /\b(?:request|behalf|orders?) of (?:the )?$/i
const GOVERNS =
  /^(?:[’']s)? (?:\w+ ){0,2}(?:government|sanctions|officials|authorities|regulators|embargo)\b/i

/** Agencies whose country is not that of the companies. */
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
      ...claimBase(read, 'report', claimDate(read)),
      agencies: agencies.sort(),
      targets: claimTargets(text, companies, []),
      proposed: false,
      named: true,
    },
  ]
}
