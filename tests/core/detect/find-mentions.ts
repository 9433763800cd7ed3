import lexicon from '../../../data/lexicon.json' with { type: 'json' }
import { createDetector } from '../../../core/detect/detect.ts'
import type { Lexicon } from '../../../core/detect/lexicon.ts'

/** The detector with the committed lexicon. */
export const detector = createDetector(lexicon as Lexicon)

/** The company mentions of a text as "surface = id". */
export function companiesIn(text: string): string[] {
  return detector
    .detectMentions(text)
    .flatMap((one) =>
      one.kind === 'company' ? [`${text.slice(one.start, one.end)} = ${one.company}`] : [],
    )
}

/** The agency actions of a text as "surface | agency kind target", the modality where not asserted. */
export function actionsIn(text: string): string[] {
  return detector.detectMentions(text).flatMap((one) => {
    if (one.kind !== 'action') return []
    const modality = one.modality === 'asserted' ? '' : ` ${one.modality}`
    return [
      `${text.slice(one.start, one.end)} | ${one.agency} ${one.action} ${one.target}${modality}`,
    ]
  })
}
