import type { ListedMention } from '../../../core/page-report.ts'

/** A mention that the department settled with ZTE; `more` says what else, or something else. */
export function settledMention(id: number, more: Partial<ListedMention> = {}): ListedMention {
  return {
    id,
    kind: 'action',
    agency: 'commerce',
    action: 'settle',
    target: 'zte',
    modality: 'asserted',
    surface: 'settled with the Commerce Department',
    before: '',
    after: '',
    sentence: '',
    ...more,
  } as ListedMention
}
