import {
  countedAs,
  NO_MENTIONS,
  type ListedMention,
  type MentionCounts,
} from '../core/page-report.ts'
import type { PageMention } from './placement.ts'

/** Characters of the block's text on either side of a mention in the digest's list. */
const SNIPPET_REACH = 80
/** As many characters hold them, with the line breaks and indents of the page's source. */
const LOOK = 3 * SNIPPET_REACH

const squeeze = (text: string) => text.replace(/\s+/g, ' ')

/** A mention without its place in the page, for the digest. */
export function listMention({ id, mention, block }: PageMention): ListedMention {
  const { start, end } = mention
  const shown = {
    id,
    surface: squeeze(block.text.slice(start, end)),
    before: squeeze(block.text.slice(Math.max(0, start - LOOK), start)).slice(-SNIPPET_REACH),
    after: squeeze(block.text.slice(end, end + LOOK)).slice(0, SNIPPET_REACH),
    sentence: sentenceOf({ mention, block }),
  }
  if (mention.kind === 'company') return { ...shown, kind: 'company', company: mention.company }
  const { agency, alsoBy, action, target, modality } = mention
  return {
    ...shown,
    kind: 'action',
    agency,
    ...(alsoBy && { alsoBy }),
    action,
    target,
    modality,
  }
}

export function sentenceOf({ mention, block }: Pick<PageMention, 'mention' | 'block'>): string {
  return squeeze(block.text.slice(mention.sentence.start, mention.sentence.end))
}

export function countMentions(mentions: PageMention[]): MentionCounts {
  const counts = { ...NO_MENTIONS }
  for (const { mention } of mentions) counts[countedAs(mention)] += 1
  return counts
}
