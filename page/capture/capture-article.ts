import { Readability } from '@mozilla/readability'
import type { Captured } from '../../core/capture/captured.ts'
import { pickFacts } from '../../core/capture/pick-facts.ts'
import type { CaptureKind } from '../../core/packs/pack.ts'
import { readArticleClues } from './article-clues.ts'
import { readBlockText } from './block-text.ts'

/** A page of more elements is no article, and would hold up its tab. */
const MOST_ELEMENTS = 100_000
/** An article that holds less than this of its page's text was most likely cut short. */
const SHORTEST = 140

/**
 * The article that a document holds, and what it says about itself. The document itself is not changed.
 * `opened` is where it was opened; `now` in ms since the epoch.
 */
export function captureArticle(
  document: Document,
  kind: CaptureKind,
  now: number,
  opened?: string,
): Captured {
  const clues = readArticleClues(document, opened)
  const found = extract(document)
  const facts = pickFacts(
    {
      ...clues,
      titles: [...clues.titles, found?.title ?? ''],
      authors: clues.authors.length > 0 ? clues.authors : [found?.byline ?? ''],
      publishers: [...clues.publishers, found?.siteName ?? ''],
    },
    now,
  )
  if (found && found.text.length >= SHORTEST) return { kind, facts, text: found.text }
  const text = readBlockText(document.body)
  // A short note may be all that there is.
  if (found && found.text !== '' && text.length < 2 * found.text.length)
    return { kind, facts, text: found.text }
  return { kind, facts, text, whole: true }
}

type Extracted = { text: string; title: string; byline: string; siteName: string }

function extract(document: Document): Extracted | undefined {
  // Readability takes the document apart that it is given.
  const copy = document.cloneNode(true) as Document
  const reading = new Readability<string>(copy, {
    maxElemsToParse: MOST_ELEMENTS,
    serializer: (root) => readBlockText(root as Element),
  })
  try {
    const found = reading.parse()
    return found
      ? {
          text: found.content ?? '',
          title: found.title ?? '',
          byline: found.byline ?? '',
          siteName: found.siteName ?? '',
        }
      : undefined
  } catch {
    // It throws on pages that are too large for it.
    return undefined
  }
}
