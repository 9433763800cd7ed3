import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'

const COMMITTEE_WORDS =
  /^(?:testif(?:y|ied|ies|ying)|testimony|appear(?:ing|ed|s)?|hearing|told|spoke|speaking|evidence|given|presented|delivered|submitted)$/

/** How far before a committee, in words, the agency that speaks to it may stand. */
const WITNESS_REACH = 14

/** Another agency speaks to the committee: the testimony is that agency's. */
function hasWitness(clause: Clause, committee: AgencyGroup): boolean {
  return clause.groups.some(
    (one) =>
      one.to <= committee.from &&
      committee.from - one.to <= WITNESS_REACH &&
      !isPlace(one) &&
      !one.agency?.classes?.includes('legislature'),
  )
}

/** "testified before the Senate Intelligence Committee", "told a Senate committee". */
export function matchCommittee(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  if (hasWitness(clause, group)) return undefined
  for (let i = group.from - 1; i >= Math.max(clause.from, group.from - 5); i--) {
    const token = clause.tokens[i]
    const next = clause.tokens[i + 1]
    if (!token || !next || !/^\s+$/.test(next.gap)) return undefined
    if (!COMMITTEE_WORDS.test(token.norm)) continue
    const link = clause.tokens[i + 1]?.norm ?? ''
    if (token.norm !== 'told' && !/^(?:before|to|at|in|during|of)$/.test(link)) return undefined
    return {
      group,
      from: i,
      to: i + 1,
      kind: 'testify',
      weak: true,
      modality: 'asserted',
      how: 'committee',
    }
  }
  return undefined
}
