import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { IndexLookup } from '../core/card-content.ts'
import type { DateValue, Paragraph, SourceDocument, Span } from '../core/source-index.ts'
import { sayDate } from '../core/wording.ts'
import { titleOf } from './SourceList.tsx'

type Props = {
  lookup: IndexLookup
  document: SourceDocument
  /** The whole text, as the seed has it. */
  text: string
  /** The cited stretch. */
  cited: Span | undefined
}

const KIND_LABELS: Partial<Record<Paragraph['kind'], string>> = {
  caption: 'Image caption',
  link: 'Link to another story',
  stamp: 'Stamp',
  'reader-comment': 'Reader comment, not part of the article',
}

const BASIS_WORDS: Record<DateValue['basis'], string> = {
  text: 'stated in the text',
  inferred: 'inferred from the text',
  'looked-up': 'looked up',
}

/** A source document in full, with the cited passage lit. */
export function Reader({ lookup, document, text, cited }: Props) {
  const mark = useRef<HTMLElement>(null)
  useEffect(() => mark.current?.scrollIntoView({ block: 'center' }), [cited])
  return (
    <main class="reader">
      <header>
        <p class="label">Source document</p>
        <h1>{titleOf(lookup, document)}</h1>
        <Facts document={document} />
      </header>
      {document.paragraphs.map((paragraph) => (
        <p class={`paragraph ${paragraph.kind}`} key={paragraph.start}>
          {KIND_LABELS[paragraph.kind] && <span class="label">{KIND_LABELS[paragraph.kind]}</span>}
          <Cited text={text} paragraph={paragraph} cited={cited} mark={mark} />
        </p>
      ))}
    </main>
  )
}

function Facts({
  document: { publisher, published, address, file, sha256 },
}: {
  document: SourceDocument
}) {
  return (
    <dl class="facts">
      <dt>Publisher</dt>
      <dd>{publisher}</dd>
      <dt>Published</dt>
      <dd>
        {sayDate(published)} ({BASIS_WORDS[published.basis]})
      </dd>
      {address !== null && (
        <>
          <dt>Address</dt>
          <dd>
            <a href={address} rel="noreferrer">
              {address}
            </a>
          </dd>
        </>
      )}
      <dt>File</dt>
      <dd>{file}</dd>
      <dt>SHA-256</dt>
      <dd>{sha256}</dd>
    </dl>
  )
}

type CitedProps = {
  text: string
  paragraph: Paragraph
  cited: Span | undefined
  mark: RefObject<HTMLElement | null>
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
