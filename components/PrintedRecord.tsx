import type { DigestRecord, RecordMention, RecordQuote } from '../core/digest/digest-record.ts'
import { VERDICT_WORDS } from '../core/digest/export-markdown.ts'
import { needsQuoteMarks, OUTLETS_OWN_WORDS, sayDate } from '../core/wording.ts'

type Props = { record: DigestRecord; print(): void }

/** The digest as a page for paper: everything open, notes numbered, nothing to click but to print. */
export function PrintedRecord({ record, print }: Props) {
  const { page, pack, mentions, quotations, figures, documents } = record
  const numbers = new Map(documents.map((document, index) => [document.id, index + 1]))
  return (
    <main class="printed">
      <button class="button no-print" onClick={print}>
        Print
      </button>
      <header>
        <h1>{page.title || page.address}</h1>
        <p>{page.address}</p>
        <p>
          {page.published && `Published ${sayDate(page.published.date)}. `}Read on {page.accessed}.
        </p>
      </header>
      <h2>What the page mentions</h2>
      {mentions.map((mention) => (
        <Mention key={mention.label} mention={mention} numbers={numbers} />
      ))}
      {quotations.length > 0 && <h2>Quotations checked</h2>}
      {quotations.map(({ quotation, verdict, source, namedOnPage, namedInSource }) => (
        <section key={quotation}>
          <p>
            “{quotation}” <i>{VERDICT_WORDS[verdict]}</i>
          </p>
          {namedOnPage && (
            <p>
              The page names {namedOnPage}, the source {namedInSource}.
            </p>
          )}
          {source.map((quote) => (
            <Quote key={quote.passage} quote={quote} numbers={numbers} />
          ))}
        </section>
      ))}
      {figures.length > 0 && <h2>Numbers that differ</h2>}
      {figures.map(({ sentence, figure, readings }) => (
        <p key={sentence + figure}>
          {sentence} — this page: {figure}; the sources:{' '}
          {readings.map((reading) => reading.value).join(', ')}
        </p>
      ))}
      <h2>Documents</h2>
      <ol>
        {documents.map((document) => (
          <li key={document.id}>
            {document.publisher}, “{document.title}”, {sayDate(document.published)}
            {document.address && <>, {document.address}</>}
            <br />
            <small>
              {document.id}, {document.file}, SHA-256 {document.sha256}
            </small>
          </li>
        ))}
      </ol>
      <p>
        <small>
          Source Context {pack.extension}, index format {pack.schemaVersion}, SHA-256 {pack.sha256}
        </small>
      </p>
    </main>
  )
}

type Numbers = ReadonlyMap<string, number>

function Mention({ mention, numbers }: { mention: RecordMention; numbers: Numbers }) {
  const { label, places, event, onlyBackground, quotes } = mention
  return (
    <section>
      <h3>
        {label} {places.length > 1 && `×${places.length}`}
      </h3>
      {event && (
        <p>
          {[event.label, event.date && sayDate(event.date), event.status]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {onlyBackground && quotes.length > 0 && (
        <p>The sources hold nothing closer than background.</p>
      )}
      {quotes.map((quote) => (
        <Quote key={quote.passage} quote={quote} numbers={numbers} />
      ))}
    </section>
  )
}

function Quote({ quote, numbers }: { quote: RecordQuote; numbers: Numbers }) {
  const { text, speaker, via, relation, document, start, end } = quote
  const marks = needsQuoteMarks(text)
  return (
    <figure>
      <blockquote>
        {marks && '“'}
        {text}
        {marks && '”'}
      </blockquote>
      <figcaption>
        {relation === 'reply' && 'Reply: '}
        {speaker ?? OUTLETS_OWN_WORDS}
        {via && `, through ${via}`} [{numbers.get(document)}, characters {start}–{end}]
      </figcaption>
    </figure>
  )
}
