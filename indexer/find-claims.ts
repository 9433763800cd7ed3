import type { ActionMention } from '../core/mention.ts'
import type { ActionKind } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { AgencyKnowledge } from './knowledge.ts'
import type { ReadPassage } from './read-passages.ts'
import { actingAgencies } from './acting-agencies.ts'
import { claimBase } from './claim.ts'
import { claimDate } from './claim-date.ts'
import { claimTargets, targetsAround } from './claim-targets.ts'
import { cueClaims } from './cue-claims.ts'
import { letterClaims } from './letter-claims.ts'
import { pointerClaims } from './pointer-claims.ts'
import { isAct, isProposed, refineAction } from './read-act.ts'

/** The claims of a document's passages about the companies or their trade, in order. */
export function findClaims(reads: ReadPassage[], knowledge: AgencyKnowledge): Claim[] {
  const claims: Claim[] = []
  reads.forEach((read, i) => {
    // A reader's comment is never evidence.
    if (read.passage.section !== 'body') return
    const told = mentionClaims(read, reads[i + 1], knowledge)
    const cued = cueClaims(read, { told, before: claims, next: reads[i + 1] }, knowledge)
    claims.push(...told, ...cued)
    if (told.length + cued.length > 0) return
    claims.push(...letterClaims(read, reads.slice(i + 1, i + 4), knowledge))
    claims.push(...pointerClaims(read, reads, i, claims))
  })
  return claims
}

function mentionClaims(
  read: ReadPassage,
  next: ReadPassage | undefined,
  knowledge: AgencyKnowledge,
): Claim[] {
  const acts = read.mentions.filter((mention) => isAct(mention, read, knowledge))
  const groups = oneUtterance(
    Map.groupBy(acts, (mention) => refineAction(mention, read, knowledge)),
  )
  return [...groups].flatMap(([action, mentions]) => {
    if (isOnlyUrged(action, groups)) return []
    const own = claimTargets(read.passage.text, read.passage.companies, mentions)
    const targets = own.length > 0 ? own : targetsAround(read, next)
    if (targets.length === 0) return []
    const agencies = actingAgencies(action, mentions, read, knowledge)
    if (agencies.length === 0) return []
    const date = claimDate(read, spanOf(mentions, read))
    return [
      {
        ...claimBase(read, action, date),
        agencies,
        targets,
        proposed: mentions.every((mention) => isProposed(mention, action, read)),
        named: true,
      },
    ]
  })
}

const UTTERED: ActionKind[] = ['report', 'warn', 'testify', 'evaluate']

/** A sentence that calls one utterance a report and a warning tells it once, by its first name. */
function oneUtterance(groups: Map<ActionKind, ActionMention[]>): Map<ActionKind, ActionMention[]> {
  const [first, ...others] = [...groups.keys()].filter((action) => UTTERED.includes(action))
  const speakers = new Set(first && groups.get(first)?.map(({ agency }) => agency))
  return new Map(
    [...groups].filter(
      ([action, mentions]) =>
        !others.includes(action) || !mentions.every(({ agency }) => speakers.has(agency)),
    ),
  )
}

/** What others are urged to ban is not banned yet. */
function isOnlyUrged(action: ActionKind, groups: Map<ActionKind, ActionMention[]>): boolean {
  const barring = action === 'ban' || action === 'restrict'
  return barring && groups.has('urge-allies') && !groups.has('restrict')
}

/** From the first to the last of the mentions, in the passage's own offsets. */
function spanOf(mentions: ActionMention[], read: ReadPassage): { start: number; end: number } {
  const { start } = read.passage
  return {
    start: Math.min(...mentions.map((one) => one.start)) - start,
    end: Math.max(...mentions.map((one) => one.end)) - start,
  }
}
