import { say } from '../../core/words.ts'

export type Queue = {
  waiting: number
  done: number
  all: number
  joining: boolean
  failed: { number: number; title: string; why: string }[]
}

/** Whether documents that are kept are being made into passages and events. */
export function isAtWork({ waiting, joining }: Queue): boolean {
  return waiting > 0 || joining
}

type Props = { queue: Queue; cancel(): void }

/** How far that is. It comes and goes by itself, and so stands where it moves nothing. */
export function QueueProgress({ queue, cancel }: Props) {
  const { waiting, done, all, joining } = queue
  return (
    <>
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
    </>
  )
}

/** The documents that could not be read, and why. */
export function QueueFaults({ failed }: Pick<Queue, 'failed'>) {
  if (failed.length === 0) return null
  return (
    <section class="reading" aria-label={say('sources_indexing')}>
      <ul class="failed">
        {failed.map(({ number, title, why }) => (
          <li key={number}>
            <bdi class="name">{title}</bdi> <span class="fault">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
