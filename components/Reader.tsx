import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { IndexLookup } from '../core/card/card-content.ts'
import { titleOf } from '../core/digest/document-title.ts'
import type { DocumentProvenance } from '../core/digest/provenance.ts'
import { placeFragment } from '../core/digest/reader-place.ts'
import type { Paragraph, SourceDocument, Span } from '../core/source-index.ts'
import { say, type MessageKey } from '../core/words.ts'
import { DocumentFacts } from './DocumentFacts.tsx'

type Props = {
  lookup: IndexLookup
  document: SourceDocument
  /** The whole text, as the seed has it, and the digest of its bytes. */
  seed: { text: string; sha256: string }
  provenance: DocumentProvenance
  /** The cited stretch. */
  cited: Span | undefined
}

const KIND_LABELS: Partial<Record<Paragraph['kind'], MessageKey>> = {
  title: 'reader_headline',
  heading: 'reader_heading',
  caption: 'reader_caption',
  link: 'reader_link',
  stamp: 'reader_stamp',
  'reader-comment': 'reader_comment',
}

/** A source document in full, with the cited stretch lit. */
export function Reader({ lookup, document: read, seed, provenance, cited }: Props) {
  const document = withParagraphs(read, seed.text)
  const mark = useRef<HTMLElement>(null)
  useEffect(() => mark.current?.scrollIntoView({ block: 'center' }), [cited])
  return (
    <main class="reader">
      <header>
        <p class="label">{say('reader_label')}</p>
        <h1 lang={languageOf(document)} dir="auto">
          {titleOf(lookup, document)}
        </h1>
        <DocumentFacts document={document} provenance={provenance} sha256={seed.sha256} />
      </header>
      {document.paragraphs.map((paragraph) => (
        <ParagraphBlock
          key={paragraph.start}
          document={document}
          paragraph={paragraph}
          text={seed.text}
          cited={cited}
          mark={mark}
        />
      ))}
    </main>
  )
}

/** A document that is not indexed yet is read all the same: line by line, as it was captured. */
function withParagraphs(document: SourceDocument, text: string): SourceDocument {
  if (document.paragraphs.length > 0) return document
  const lines = [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)]
  const paragraphs = lines.map(({ index, 0: line }): Paragraph => {
    return { start: index, end: index + line.length, kind: 'body' }
  })
  return { ...document, paragraphs }
}

/** The bundled documents are in English; of others nobody knows. */
function languageOf({ pack }: SourceDocument): string | undefined {
  return pack ? undefined : 'en'
}

type CitedProps = {
  text: string
  paragraph: Paragraph
  cited: Span | undefined
  mark: RefObject<HTMLElement | null>
}

/** A paragraph with what it is, where it is anything but the article's own text, and its link. */
function ParagraphBlock({ document, ...rest }: CitedProps & { document: SourceDocument }) {
  const { paragraph } = rest
  const { kind, start } = paragraph
  const label = KIND_LABELS[kind]
  const number = document.paragraphs.findIndex((one) => one.start === start) + 1
  return (
    <div class={`paragraph ${kind}`}>
      {label && <p class="label">{say(label)}</p>}
      <p lang={languageOf(document)} dir="auto">
        <Cited {...rest} />
      </p>
      <a
        class="anchor"
        href={`#${placeFragment(document.id, paragraph)}`}
        aria-label={say('reader_anchor', { number })}
      >
        ¶
      </a>
    </div>
  )
}

/** A citation may run over several paragraphs: each lights its own part. */
function Cited({ text, paragraph, cited, mark }: CitedProps) {
  const { start, end } = paragraph
  const from = Math.max(start, cited?.start ?? end)
  const to = Math.min(end, cited?.end ?? end)
  if (from >= to) return <>{text.slice(start, end)}</>
  return (
    <>
      {text.slice(start, from)}
      <mark ref={cited && cited.start >= start ? mark : null}>{text.slice(from, to)}</mark>
      {text.slice(to, end)}
    </>
  )
}
