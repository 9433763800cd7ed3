import nlp from 'compromise/one'
import type { Span } from '../core/source-index.ts'

/**
 * The sentences of a paragraph, trimmed; offsets count from the paragraph's start. compromise knows
 * that "U.S.", "Maj.", "Jr." and "Co. Ltd." end no sentence, which `Intl.Segmenter` does not.
 * Its only use in the project is here.
 */
export function splitSentences(text: string): Span[] {
  // compromise would end a sentence at a line's end; a paragraph's lines are only wrapped.
  const paragraph = text.replace(/[\r\n\t]/g, ' ')
  const sentences: Span[] = []
  let from = 0
  for (const text of sentenceTexts(paragraph).flatMap(cutAfterQuotation)) {
    const start = paragraph.indexOf(text, from)
    // compromise gives every sentence as it stands; should it ever not, the rest stays together.
    if (start < 0) break
    from = start + text.length
    sentences.push({ start, end: from })
  }
  const last = sentences.at(-1)
  if (last && paragraph.slice(from).trim() !== '') last.end = paragraph.trimEnd().length
  return sentences
}

/**
 * compromise lets a sentence run on after a quotation that ended with a full stop. Who said it would
 * follow a comma, so what follows a full stop is a sentence of its own.
 */
function cutAfterQuotation(sentence: string): string[] {
  return sentence.split(/(?<=\.["”])\s+(?=[“"]?\p{Lu})/u)
}

function sentenceTexts(paragraph: string): string[] {
  const found: unknown = nlp(paragraph).json({ text: true })
  if (!Array.isArray(found)) return []
  return found.flatMap((one: unknown) => {
    const text = typeof one === 'object' && one !== null && 'text' in one ? one.text : undefined
    return typeof text === 'string' && text.trim() !== '' ? [text.trim()] : []
  })
}
