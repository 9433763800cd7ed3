import type { Disagreement, Reading } from '../core/card/card-content.ts'
import { sayField, sayReading } from '../core/card/card-wording.ts'

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
      <h3 class="label">Sources differ · {sayField(field)}</h3>
      <dl>
        {readings.map((reading) => (
          <div key={reading.value}>
            <dt>{sayReading(reading.value)}</dt>
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
  if (!read || !places) return <>{publishers.join(', ')}</>
  return places.map(({ publisher, passage }) => (
    <button
      class="act"
      key={passage}
      aria-label={`${publisher}, show in source`}
      onClick={() => read(passage)}
    >
      {publisher}
    </button>
  ))
}
