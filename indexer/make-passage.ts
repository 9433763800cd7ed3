import type { ActionMention } from '../core/mention.ts'
import type {
  Attribution,
  DateValue,
  Entity,
  EntityId,
  Passage,
  SourceDocument,
} from '../core/source-index.ts'
import type { Stretch } from './group-passages.ts'
import type { Knowledge } from './knowledge.ts'
import { judgeStance, tellsAnswer } from './judge-stance.ts'
import { maskQuotations } from './quotations.ts'
import { resolveDates } from './resolve-dates.ts'

/** A stretch as a passage; its claims, found later, may still say more of it. */
export function makePassage(input: {
  id: string
  document: SourceDocument
  stretch: Stretch
  text: string
  attribution: Attribution | undefined
  companies: EntityId[]
  actions: ActionMention[]
  knowledge: Knowledge
}): Passage {
  const { stretch, text, attribution, actions, document } = input
  const speaking = speakerCompany(attribution, input.knowledge.entities)
  const companies = [...new Set([...input.companies, ...speaking])].sort()
  const stance = judgeStance({
    text,
    attribution,
    speakerIsCompany: speaking.length > 0,
    companyAnswers: tellsAnswer(text, companies.length > 0),
  })
  const date = mainDate(text, document.published)
  return {
    id: input.id,
    document: document.id,
    start: stretch.start,
    end: stretch.end,
    text,
    section: stretch.section,
    stance,
    ...(attribution ? { attribution } : {}),
    companies,
    agencies: agenciesOf(text, attribution, actions, input.knowledge),
    actions: [],
    ...(date ? { date } : {}),
  }
}

/** The company whose own words a passage holds. */
function speakerCompany(attribution: Attribution | undefined, entities: Entity[]): EntityId[] {
  if (!attribution || attribution.standing === 'reported-by-other') return []
  return entities
    .filter((entity) => entity.kind === 'company')
    .filter((entity) => new RegExp(`\\b${entity.name}\\b`).test(attribution.speaker))
    .map((entity) => entity.id)
}

function agenciesOf(
  text: string,
  attribution: Attribution | undefined,
  actions: ActionMention[],
  knowledge: Knowledge,
): EntityId[] {
  const speaker = `${attribution?.role ?? ''} ${attribution?.speaker ?? ''}`
  const named = [...knowledge.findAgencies(text), ...knowledge.findAgencies(speaker)].map(
    (found) => found.entity,
  )
  return [...new Set([...actions.map((action) => action.agency), ...named])].sort()
}

/** The first date outside quotations, or else the first; without its offsets. */
function mainDate(text: string, published: DateValue): DateValue | undefined {
  const [found] = [
    ...resolveDates(maskQuotations(text), published),
    ...resolveDates(text, published),
  ]
  if (!found) return undefined
  const { value, precision, basis, phrase } = found
  return { value, precision, basis, phrase }
}
