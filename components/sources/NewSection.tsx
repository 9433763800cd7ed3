import type { Novelty } from '../../core/packs/pack.ts'
import { say, sayCount } from '../../core/words.ts'
import { OptionsSection } from '../OptionsSection.tsx'

type Props = { novelty: Novelty; openDocument(id: string): void; markSeen(): void }

/** Lists no more than this; the rest is in the packs. */
const MOST = 100

/** What was added since a card or the digest was last opened. */
export function NewSection({ novelty, openDocument, markSeen }: Props) {
  const { documents, events } = novelty
  if (documents.length === 0 && events.length === 0) return null
  return (
    <OptionsSection id="new" title={say('sources_new')}>
      <p class="soft">
        {sayCount('sources_documents', documents.length)} ·{' '}
        {sayCount('sources_events', events.length)}
      </p>
      <ul class="new">
        {documents.slice(0, MOST).map(({ number, document }) => (
          <li class="row" key={number}>
            <span class="name">
              <span class="pill">{say('sources_newMark')}</span>{' '}
              <bdi>{document.title ?? document.file}</bdi>
            </span>
            <EventCount
              count={events.filter((one) => one.documents.includes(document.id)).length}
            />
            <button class="act" onClick={() => openDocument(document.id)}>
              {say('sources_read')}
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button class="button" onClick={markSeen}>
          {say('sources_markSeen')}
        </button>
      </div>
    </OptionsSection>
  )
}

function EventCount({ count }: { count: number }) {
  return count > 0 && <span class="soft reach">{sayCount('sources_events', count)}</span>
}
