import { say } from '../../core/words.ts'

type Props = {
  queue: {
    waiting: number
    done: number
    all: number
    joining: boolean
    failed: { number: number; title: string; why: string }[]
  }
  cancel(): void
}

/** How far documents that are kept have been made into passages and events. */
export function QueueProgress({ queue, cancel }: Props) {
  const { waiting, done, all, joining, failed } = queue
  if (waiting === 0 && !joining && failed.length === 0) return null
  return (
    <section class="reading" aria-label={say('sources_indexing')}>
      {waiting > 0 && (
        <div class="progress">
          <progress max={all} value={done} aria-label={say('sources_indexing')} />
          <span>{say('sources_indexed', { done, all })}</span>
          <button class="button" onClick={cancel}>
            {say('sources_cancel')}
          </button>
        </div>
      )}
      {joining && (
        <div class="progress">
          <progress aria-label={say('sources_joining')} />
          <span>{say('sources_joining')}</span>
        </div>
      )}
      {failed.length > 0 && (
        <ul class="failed">
          {failed.map(({ number, title, why }) => (
            <li key={number}>
              <bdi class="name">{title}</bdi> <span class="fault">{why}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
