import { describePassage, type IndexLookup } from '../core/card/card-content.ts'
import type { FigureReading } from '../core/digest/figure-readings.ts'
import type { FigureDifference } from '../core/digest/number-check.ts'
import { say, type MessageKey } from '../core/words.ts'

type Props = {
  differences: FigureDifference[]
  lookup: IndexLookup
  openReader(passage: string): void
}

/** Amounts, dates and durations on the page beside those of the sources; no verdict. */
export function FigureChecks({ differences, lookup, openReader }: Props) {
  if (differences.length === 0) return null
  return (
    <section class="checks">
      <div class="sec">
        <h2 class="label">{say('digest_figures')}</h2>
        <span class="soft">{say('digest_sideBySide')}</span>
      </div>
      {differences.map((one) => (
        <Difference
          key={`${one.sentence} ${one.figure.start}`}
          difference={one}
          lookup={lookup}
          openReader={openReader}
        />
      ))}
    </section>
  )
}

const KIND_LABELS = {
  amount: 'digest_figureAmount',
  date: 'digest_figureDate',
  duration: 'digest_figureDuration',
} as const satisfies Record<FigureDifference['kind'], MessageKey>

type DifferenceProps = Omit<Props, 'differences'> & { difference: FigureDifference }

function Difference({ difference, lookup, openReader }: DifferenceProps) {
  const { sentence, figure, readings, kind } = difference
  return (
    <div class="check differ">
      <p class="soft" dir="auto">
        {sentence.slice(0, figure.start)}
        <mark>{figure.text}</mark>
        {sentence.slice(figure.end)}
      </p>
      <dl aria-label={say(KIND_LABELS[kind])}>
        <div>
          <dt>{figure.text}</dt>
          <dd>{say('digest_thisPage')}</dd>
        </div>
        {readings.map((reading) => (
          <div key={reading.value}>
            <dt>{reading.value}</dt>
            <dd>
              <Places reading={reading} lookup={lookup} openReader={openReader} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

type PlacesProps = Omit<Props, 'differences'> & { reading: FigureReading }

/** Each outlet once, with the way to the passage. */
function Places({ reading, lookup, openReader }: PlacesProps) {
  const quotes = reading.passages.flatMap((id) => describePassage(lookup, id) ?? [])
  const outlets = Map.groupBy(quotes, (quote) => quote.publisher)
  return (
    <>
      {[...outlets].map(([publisher, [first]]) => (
        <button key={publisher} class="act" onClick={() => first && openReader(first.passage)}>
          {publisher}
        </button>
      ))}
    </>
  )
}
