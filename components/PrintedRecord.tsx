import type {
  DigestRecord,
  RecordDocument,
  RecordMention,
  RecordQuote,
} from '../core/digest/digest-record.ts'
import { MOST_PLACES, sayVerdict } from '../core/digest/export-markdown.ts'
import { needsQuoteMarks, sayDate, sayOutletsOwnWords } from '../core/wording.ts'
import { say, sayCount, sayNumber, sayParts, sayLabel } from '../core/words.ts'

type Props = { record: DigestRecord; print(): void }

/** The digest as a page for paper: everything open, notes numbered, nothing to click but to print. */
export function PrintedRecord({ record, print }: Props) {
  const { page, pack, mentions, quotations, figures, documents } = record
  const numbers = new Map(documents.map((document, index) => [document.id, index + 1]))
  return (
    <main class="printed">
      <button class="button no-print" onClick={print}>
        {say('digest_print')}
      </button>
      <header>
        <h1 dir="auto">{page.title || page.address}</h1>
        <p>{page.address}</p>
        <p>{sayDates(page)}</p>
      </header>
      <h2>{say('digest_recordMentions')}</h2>
      {mentions.map((mention, at) => (
        <Mention key={at} mention={mention} numbers={numbers} />
      ))}
      {quotations.length > 0 && <h2>{say('digest_recordQuotations')}</h2>}
      {quotations.map(({ quotation, verdict, source, namedOnPage, namedInSource }) => (
        <section key={quotation}>
          <p>
            “{quotation}” <i>{sayVerdict(verdict)}</i>
          </p>
          {namedOnPage && namedInSource && (
            <p>{say('digest_recordNames', { page: namedOnPage, source: namedInSource })}</p>
          )}
          {source.map((quote) => (
            <Quote key={quote.passage} quote={quote} numbers={numbers} />
          ))}
        </section>
      ))}
      {figures.length > 0 && <h2>{say('digest_recordFigures')}</h2>}
      {figures.map(({ sentence, figure, readings }) => (
        <section key={sentence + figure}>
          <p>{sayParts('digest_printedFigure', { sentence, figure: <b>{figure}</b> })}</p>
          {readings.map(({ value, source }) => (
            <div key={value}>
              <p>{sayParts('digest_recordTheSources', { figure: <b>{value}</b> })}</p>
              {source.map((quote) => (
                <Quote key={quote.passage} quote={quote} numbers={numbers} />
              ))}
            </div>
          ))}
        </section>
      ))}
      <h2>{say('digest_recordDocuments')}</h2>
      <ol>
        {documents.map((document) => (
          <li key={document.id}>
            {sayDocument(document)}
            <br />
            <small>
              {say('digest_printedFile', {
                id: document.id,
                file: document.file,
                sha: document.sha256,
              })}
            </small>
          </li>
        ))}
      </ol>
      <p>
        <small>
          {say('digest_printedPack', {
            version: pack.extension,
            format: pack.schemaVersion,
            sha: pack.sha256,
          })}
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
        {label} {places.length > 1 && `×${sayNumber(places.length)}`}
      </h3>
      {places.slice(0, MOST_PLACES).map(({ sentence }, at) => (
        <p key={at}>{say('digest_recordOnPage', { sentence })}</p>
      ))}
      {places.length > MOST_PLACES && (
        <p>{sayCount('digest_recordMorePlaces', places.length - MOST_PLACES)}</p>
      )}
      {event && <p>{sayLabel([event.label, event.date && sayDate(event.date), event.status])}</p>}
      {onlyBackground && quotes.length > 0 && <p>{say('digest_recordBackground')}</p>}
      {quotes.map((quote) => (
        <Quote key={quote.passage} quote={quote} numbers={numbers} />
      ))}
    </section>
  )
}

function Quote({ quote, numbers }: { quote: RecordQuote; numbers: Numbers }) {
  const { text, relation } = quote
  const said = sayQuoted(quote, String(numbers.get(quote.document)))
  const marks = needsQuoteMarks(text)
  return (
    <figure>
      <blockquote lang="en" dir="auto">
        {marks && '“'}
        {text}
        {marks && '”'}
      </blockquote>
      <figcaption>
        {relation === 'reply' ? say('digest_printedReply', { quote: said }) : said}
      </figcaption>
    </figure>
  )
}

/** Who says it, and where; offsets are written without marks between thousands, to search by. */
function sayQuoted({ speaker, via, start, end }: RecordQuote, number: string): string {
  const named = { speaker: speaker ?? sayOutletsOwnWords(), number }
  const place = { ...named, start: String(start), end: String(end) }
  return via === undefined
    ? say('digest_printedQuote', place)
    : say('digest_printedQuoteVia', { ...place, via })
}

function sayDocument({ publisher, title, published, address }: RecordDocument): string {
  const known = say('digest_recordDocument', { outlet: publisher, title, date: sayDate(published) })
  return address === null ? known : say('digest_printedDocument', { document: known, address })
}

function sayDates({ published, accessed }: DigestRecord['page']): string {
  return published
    ? say('digest_printedDates', { published: sayDate(published.date), accessed })
    : say('digest_printedRead', { accessed })
}
