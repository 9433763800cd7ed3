import type { ActionMention } from '../core/mention.ts'
import type {
  Attribution,
  Entity,
  EntityId,
  Passage,
  SourceDocument,
} from '../core/source-index.ts'
import type { FoundDate } from './resolve-dates.ts'
import type { Stretch } from './group-passages.ts'
import type { Knowledge } from './knowledge.ts'
import { toDateValue } from './resolve-dates.ts'
import { judgeStance, tellsAnswer } from './judge-stance.ts'

/** A stretch as a passage; its claims, found later, may still say more of it. */
export function makePassage(input: {
  id: string
  document: SourceDocument
  stretch: Stretch
  text: string
  attribution: Attribution | undefined
  companies: EntityId[]
  actions: ActionMention[]
  /** The dates that it speaks of; the first is the passage's. */
  dates: FoundDate[]
  /** Agencies that it means without naming them. */
  agencies: EntityId[]
  knowledge: Knowledge
}): Passage {
  const { stretch, text, attribution, actions, document } = input
  const speaking = speakerCompany(attribution, input.knowledge.entities)
  const companies = [...new Set([...input.companies, ...speaking])].sort()
  const stance = judgeStance({
    text,
    attribution,
    speakerIsCompany: speaking.length > 0,
    inOwnName: attribution?.speaker === document.publisher,
    companyAnswers: tellsAnswer(text, companies.length > 0),
  })
  const [main] = input.dates
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
    agencies: [
      ...new Set([...agenciesOf(text, attribution, actions, input.knowledge), ...input.agencies]),
    ].sort(),
    actions: [],
    ...(main ? { date: toDateValue(main) } : {}),
  }
}

/** The company whose own words a passage holds. */
function speakerCompany(attribution: Attribution | undefined, entities: Entity[]): EntityId[] {
  if (!attribution || attribution.standing === 'reported-by-other') return []
  const { speaker, speaksFor } = attribution
  return entities
    .filter((entity) => entity.kind === 'company')
    .filter(
      ({ id, name }) => id === speaksFor || new RegExp(`^${name}\\b(?! report)`).test(speaker),
    )
    .map((entity) => entity.id)
}

/** The agencies that a passage names, that act in it, and that its speaker speaks for. */
function agenciesOf(
  text: string,
  attribution: Attribution | undefined,
  actions: ActionMention[],
  knowledge: Knowledge,
): EntityId[] {
  const speaker = `${attribution?.role ?? ''} ${attribution?.speaker ?? ''}`
  const speaksFor = attribution?.speaksFor
  const isAgency = knowledge.entities.some(({ id, kind }) => id === speaksFor && kind === 'agency')
  return [
    ...new Set([
      ...actions.map(({ agency }) => agency),
      ...[...knowledge.findAgencies(text), ...knowledge.findAgencies(speaker)].map(
        ({ entity }) => entity,
      ),
      ...(speaksFor !== undefined && isAgency ? [speaksFor] : []),
    ]),
  ].sort()
}
