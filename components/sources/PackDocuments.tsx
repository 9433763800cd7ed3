import { useState } from 'preact/hooks'
import type { KeptDocument } from '../../core/packs/pack.ts'
import { sayDate } from '../../core/wording.ts'
import { formatLocale, say } from '../../core/words.ts'

/** A name that is the same in every language. */
const DIGEST = 'SHA-256'

export type DocumentActions = {
  openDocument(id: string): void
  correct(document: KeptDocument): void
  remove(document: KeptDocument): void
  retryFailed(): void
}

type Props = {
  documents: KeptDocument[]
  /** How many the pack holds; the rest is shown when it is asked for. */
  total: number
  showMore(): void
  actions: DocumentActions
}

/** A pack's documents, the last added first. */
export function PackDocuments({ documents, total, showMore, actions }: Props) {
  if (total === 0) return <p class="none soft">{say('sources_packEmpty')}</p>
  return (
    <>
      <ol class="documents">
        {documents.map((kept) => (
          <DocumentRow key={kept.number} kept={kept} actions={actions} />
        ))}
      </ol>
      <div class="buttons">
        {documents.length < total && (
          <button class="button" onClick={showMore}>
            {say('sources_more')}
          </button>
        )}
        {documents.some(({ state }) => state.name === 'failed') && (
          <button class="button" onClick={actions.retryFailed}>
            {say('sources_retry')}
          </button>
        )}
      </div>
    </>
  )
}

function DocumentRow({ kept, actions }: { kept: KeptDocument; actions: DocumentActions }) {
  const [details, setDetails] = useState(false)
  const { document, author, state } = kept
  const name = document.title ?? document.file
  return (
    <li>
      <h3 dir="auto">{name}</h3>
      <div class="cite">
        <b>
          <bdi>{document.publisher}</bdi>
        </b>
        {author !== undefined && (
          <span>
            <bdi>{author}</bdi>
          </span>
        )}
        <span>{sayDate(document.published)}</span>
        {state.name === 'waiting' && <span class="pill">{say('sources_stateWaiting')}</span>}
        {state.name === 'failed' && <span class="fault">{state.why}</span>}
      </div>
      <div class="acts">
        {state.name === 'ready' && (
          <button class="act" onClick={() => actions.openDocument(document.id)}>
            {say('sources_read')}
          </button>
        )}
        <button class="act" aria-expanded={details} onClick={() => setDetails(!details)}>
          {say('sources_details')}
        </button>
        <button class="act" onClick={() => actions.correct(kept)}>
          {say('sources_correct')}
        </button>
        <button
          class="act"
          aria-label={say('sources_removeDocument', { title: name })}
          onClick={() => actions.remove(kept)}
        >
          {say('sources_remove')}
        </button>
      </div>
      {details && <DocumentDetails kept={kept} />}
    </li>
  )
}

function DocumentDetails({ kept: { document, captured } }: { kept: KeptDocument }) {
  return (
    <dl class="facts">
      {document.address !== null && (
        <>
          <dt>{say('reader_address')}</dt>
          <dd>
            <a href={document.address} rel="noreferrer">
              {document.address}
            </a>
          </dd>
        </>
      )}
      <dt>{say('sources_captured')}</dt>
      <dd>{sayTime(captured)}</dd>
      <dt>{say('reader_file')}</dt>
      <dd>
        <bdi>{document.file}</bdi>
      </dd>
      <dt>{DIGEST}</dt>
      <dd>
        <code>{document.sha256}</code>
      </dd>
    </dl>
  )
}

/** A moment in the reader's own time. */
function sayTime(time: number): string {
  return new Intl.DateTimeFormat(formatLocale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(time)
}
