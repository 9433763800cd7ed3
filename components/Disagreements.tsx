import type { Disagreement, Reading } from '../core/card/card-content.ts'
import { sayField, sayReading } from '../core/card/card-wording.ts'
import { say, sayList } from '../core/words.ts'

/** Shows a passage in its document. */
type Read = (passage: string) => void
type Props = {
  items: Disagreement[]
  /** Left out where the places cannot be opened. */
  read?: Read
}

/** All readings side by side, each with who gives it; no verdict. */
export function Disagreements({ items, read }: Props) {
  return items.map(({ field, readings }) => (
    <section class="differ" key={field}>
      <h3 class="label">{say('card_sourcesDiffer', { field: sayField(field) })}</h3>
      <dl>
        {readings.map((reading) => (
          <div key={reading.value}>
            <dt>
              <bdi>{sayReading(reading.value)}</bdi>
            </dt>
            <dd>
              <Places reading={reading} read={read} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}

function Places({ reading, read }: { reading: Reading; read: Read | undefined }) {
  const { publishers, places } = reading
  if (!read || !places) return <>{sayList(publishers)}</>
  return places.map(({ publisher, passage }) => (
    <button
      class="act"
      key={passage}
      aria-label={say('card_showPublisher', { publisher })}
      onClick={() => read(passage)}
    >
      {publisher}
    </button>
  ))
}
