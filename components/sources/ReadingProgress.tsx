import { say, sayCount } from '../../core/words.ts'

/** How far the reading of files is, and what came of those that were read. */
export type Reading = {
  running: boolean
  cancelled: boolean
  all: number
  read: number
  added: number
  known: number
  failed: { file: string; why: string }[]
}

type Props = { reading: Reading; cancel(): void }

/** A bar while files are read, and afterwards what became of them. */
export function ReadingProgress({ reading, cancel }: Props) {
  const { running, cancelled, all, read, added, known, failed } = reading
  return (
    <section class="reading" aria-label={say('sources_reading')}>
      {running && (
        <div class="progress">
          <progress max={all} value={read} aria-label={say('sources_reading')} />
          <span>{say('sources_readOf', { read, all })}</span>
          <button class="button" onClick={cancel}>
            {say('sources_cancel')}
          </button>
        </div>
      )}
      <p role="status">
        {!running && cancelled && `${say('sources_cancelled')} `}
        {!running &&
          [
            sayCount('sources_added', added),
            known > 0 ? sayCount('sources_known', known) : '',
            failed.length > 0 ? sayCount('sources_failed', failed.length) : '',
          ]
            .filter(Boolean)
            .join(' ')}
      </p>
      {failed.length > 0 && (
        <ul class="failed">
          {failed.map(({ file, why }) => (
            <li key={file}>
              <bdi class="name">{file}</bdi> <span class="fault">{why}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
