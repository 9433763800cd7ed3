import { FUTURE, MODALS, NEGATIONS } from './detect-grammar.ts'
import type { Modality } from '../mention.ts'

/** What one more helper before the verb leaves of the act: "not", "may", "will"; the first one counts. */
export function afterHelper(modality: Modality, norm: string): Modality {
  if (NEGATIONS.has(norm)) return 'negated'
  if (modality !== 'asserted') return modality
  if (MODALS.has(norm)) return 'possible'
  return FUTURE.has(norm) ? 'proposed' : modality
}
