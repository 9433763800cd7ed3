import { say, sayAll, sayCount } from '../core/words.ts'

/** What was added since the last look, at `since` (ms since the epoch). */
export type News = { documents: number; events: number; since: number }

type Props = {
  page: { name: string }
  news?: News | undefined
  actions: { addPage(): void; openSources(): void; showNew(since: number): void }
}

/** The ways to the reader's own sources, and what is new in them. */
export function OwnBar({ page, news, actions }: Props) {
  return (
    <div class="own-bar">
      {page.name === 'readable' && (
        <button class="act" onClick={actions.addPage}>
          {say('popup_addPage')}
        </button>
      )}
      <button class="act" onClick={actions.openSources}>
        {say('popup_sources')}
      </button>
      {news && (
        <p class="news" role="status">
          <span class="pill">{say('sources_newMark')}</span>{' '}
          {say('digest_new', { what: sayNews(news) })}{' '}
          <button class="act" onClick={() => actions.showNew(news.since)}>
            {say('digest_showNew')}
          </button>
        </p>
      )}
    </div>
  )
}

function sayNews({ documents, events }: News): string {
  return sayAll([
    sayCount('sources_documents', documents),
    ...(events > 0 ? [sayCount('sources_events', events)] : []),
  ])
}
