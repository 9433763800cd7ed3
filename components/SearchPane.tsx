import { useMemo, useState } from 'preact/hooks'
import type { Quote } from '../core/card-content.ts'
import { MIN_LETTERS, type PassageSearch } from '../core/search.ts'
import type { Span } from '../core/source-index.ts'
import { Notice } from './Notice.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'

type Props = { search: PassageSearch; openReader(passage: string): void }

const SUGGESTIONS = ['Pentagon', 'export', 'spokesperson', '5G', 'Senate']

/** Finds passages while one types. */
export function SearchPane({ search, openReader }: Props) {
  const [words, setWords] = useState('')
  const hits = useMemo(() => search(words), [search, words])
  return (
    <>
      <div class="search">
        <input
          type="search"
          aria-label="Search the sources"
          placeholder="Search the sources"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <p class="soft" role="status">
          {words.trim().length >= MIN_LETTERS && countHits(hits.length)}
        </p>
      </div>
      {words.trim().length < MIN_LETTERS && <Suggestions choose={setWords} />}
      <ol class="hits">
        {hits.map(({ quote, matches }) => (
          <li key={quote.passage}>
            <Hit quote={quote} matches={matches} openReader={openReader} />
          </li>
        ))}
      </ol>
    </>
  )
}

function countHits(number: number): string {
  if (number === 0) return 'No passage has these words, or words like them.'
  return number === 1 ? '1 passage' : `${number} passages`
}

function Suggestions({ choose }: { choose(words: string): void }) {
  return (
    <Notice title="Look for a name, a word or a quotation">
      Try{' '}
      {SUGGESTIONS.map((word, index) => (
        <>
          {index > 0 && ', '}
          <button class="act" style="margin:0" onClick={() => choose(word)}>
            {word}
          </button>
        </>
      ))}
      . Small slips in spelling are forgiven.
    </Notice>
  )
}

type HitProps = { quote: Quote; matches: Span[]; openReader(passage: string): void }

function Hit({ quote, matches, openReader }: HitProps) {
  return (
    <QuoteBlock quote={quote} matches={matches}>
      <button class="act" onClick={() => openReader(quote.passage)}>
        Show in source
      </button>
    </QuoteBlock>
  )
}
